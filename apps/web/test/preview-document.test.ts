import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PreviewDocument, type PreviewOptions } from "../src/preview/markdown/preview-document.ts";
import type { Edit } from "../src/preview/messages.ts";

const words = { heading: "Footnotes", back: "Back to the text" };

function documentOf(text: string, options: Partial<PreviewOptions> = {}): PreviewDocument {
  const document = new PreviewDocument({ mark: null, words, ...options });
  document.replace(text);
  return document;
}

const htmlOf = (document: PreviewDocument): string =>
  document
    .pieces()
    .map(({ html }) => html)
    .join("");
const render = (text: string, options: Partial<PreviewOptions> = {}): string => htmlOf(documentOf(text, options));

test("an address with brackets or entities without end holds up nothing", () => {
  const brackets = `http://a.b/${"(".repeat(100_000)}${")".repeat(200_000)}`;
  const entities = `http://a.b/${"&a;".repeat(100_000)}`;
  expect(render(`${brackets}\n\n${entities}`)).toContain('<a href="http://a.b/">');
});

/** What Markdown is made of, so that random texts have every kind of block, and edits open and close them. */
const scraps = fc.constantFrom(
  ...[
    "a",
    "word ",
    "\n",
    "\n\n",
    "\n\n\n",
    "# ",
    "\n## Same\n",
    "\n===\n",
    "\n---\n",
    "---\n",
    "title: x\n",
    "- ",
    "\n- [ ] task",
    "\n1. ",
  ],
  ...[
    "    ",
    "\t",
    "> ",
    "\n```\n",
    "\n~~~ts\n",
    "```",
    "|",
    "\n|a|b|\n|-|-|\n",
    "\n| x |",
    "*",
    "**",
    "_",
    "~",
    "~~",
    "`",
    "[",
    "]",
    "[a]",
    "[a]: /u\n",
  ],
  ...[
    "\n[b]: <",
    "](",
    ")",
    "[^1]",
    "\n[^1]: note\n",
    "\n[^2]: other [^1]\n\n    more\n",
    "[^2]",
    "<div>",
    "</div>\n",
    "\n<details>\n\n",
    "\n</details>\n",
    "<!--",
    "-->",
  ],
  ...[
    "$",
    "$$",
    "\n$$\nx\n$$\n",
    "\\",
    "&amp;",
    "www.a.b ",
    "http://c.d ",
    "e@f.g",
    "\0",
    "<script>",
    "\n<pre>\n",
    "😀",
  ],
);
const texts = fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join(""));

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000),
  remove: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(60)),
  insert: fc.oneof(fc.constant(""), scraps, texts),
});

function editsOf(text: string, changes: readonly Change[]): Edit[] {
  const places = changes.map(({ at, remove, insert }) => ({
    from: Math.floor(at * (text.length + 1)),
    remove,
    insert,
  }));
  places.sort((one, other) => one.from - other.from);
  let done = 0;
  return places.map(({ from, remove, insert }) => {
    const start = Math.min(Math.max(from, done), text.length);
    done = Math.min(start + remove, text.length);
    return { from: start, to: done, insert };
  });
}

describe("a preview that follows edits", () => {
  test("is at each step what it would be if it were made anew", () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        fc.constantFrom(null, "m"),
        (text, history, mark) => {
          const document = documentOf(text, { mark });
          document.pieces();
          for (const changes of history) {
            document.edit(editsOf(document.text, changes));
            const anew = documentOf(document.text, { mark });
            expect(document.pieces()).toEqual(anew.pieces());
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("keeps the HTML of blocks that were not touched", () => {
    const document = documentOf("# One\n\nTwo\n\n- three\n\nfour\n", { mark: "m" });
    const before = document.pieces();
    document.edit([{ from: 7, to: 7, insert: "new " }]);
    const after = document.pieces();
    expect(after.map(({ html }, index) => html === before[index]?.html)).toEqual([true, false, true, true]);
  });

  test("has as many lines as the text, blank ones with what stands before them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = documentOf(text).pieces();
        const lines = pieces.reduce((sum, piece) => sum + piece.lines, 0);
        const counted = text.split("\n").length;
        if (pieces.length > 0) expect([counted - 1, counted]).toContain(lines);
      }),
    );
  });
});

describe("footnotes", () => {
  test("are numbered in the order in which they are referred to, and lead back to each place", () => {
    expect(render("One[^b], two[^a], again[^b].\n\n[^a]: A *note*.\n[^b]: B\n\n    - list\n")).toBe(
      '<p>One<sup class="footnote-ref"><a href="#fn-b" id="fnref-b">1</a></sup>, ' +
        'two<sup class="footnote-ref"><a href="#fn-a" id="fnref-a">2</a></sup>, ' +
        'again<sup class="footnote-ref"><a href="#fn-b" id="fnref-b-2">1</a></sup>.</p>\n' +
        '<section class="footnotes" aria-label="Footnotes">\n<ol dir="auto">\n' +
        '<li id="fn-b">\n<p>B</p>\n<ul>\n<li>list</li>\n</ul>\n' +
        '<a href="#fnref-b" class="footnote-back" aria-label="Back to the text">↩</a> ' +
        '<a href="#fnref-b-2" class="footnote-back" aria-label="Back to the text 2">↩<sup>2</sup></a>\n</li>\n' +
        '<li id="fn-a">\n<p>A <em>note</em>. ' +
        '<a href="#fnref-a" class="footnote-back" aria-label="Back to the text">↩</a></p>\n</li>\n' +
        "</ol>\n</section>\n",
    );
  });

  // The example of GitHub's own parser for them (cmark-gfm, test/extensions.txt).
  test("hold blocks, start with code where it is indented by eight, and are left out where nobody refers to them", () => {
    const html = render(
      "Text[^1], [^footnote], [^code], [^nope].\n\n[^code]:\n        code\n\n[^1]: Some *bold* one.\n\nHi!\n\n" +
        "[^footnote]:\n    > Quoted.\n\n        indented\n\n    or a paragraph.\n\n[^unused]: Not here.\n",
    );
    expect(html).toContain("[^nope].</p>\n<p>Hi!</p>\n<section");
    expect(html).toContain('<li id="fn-code">\n<pre><code>code\n</code></pre>\n<a href');
    expect(html).toContain("<blockquote>\n<p>Quoted.</p>\n</blockquote>\n<pre><code>indented\n</code></pre>\n<p>or a");
    expect(html).not.toContain("Not here");
  });
});

describe("headings", () => {
  test("have GitHub's names, each one once", () => {
    const ids = (text: string): string[] =>
      [...render(text, { mark: "m" }).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? "");
    expect(ids("# Same\n\n# Same\n\n## Same-1\n\n# `code` & *stress*, e. g.\n\nÜber Größe\n===\n\n# Same\n")).toEqual([
      "same",
      "same-1",
      "same-1-1",
      "code--stress-e-g",
      "über-größe",
      "same-2",
    ]);
  });
});

describe("mathematics", () => {
  test("stands between dollars, which prices do not", () => {
    expect(render("$a_1*b*$ and $`x`$, $$y$$.")).toBe(
      '<p><span class="math">a_1*b*</span> and <span class="math">x</span>, ' +
        '<span class="math math-display">y</span>.</p>\n',
    );
    expect(render("$5 and $6, 5 $ or US$7, \\$a$")).toBe("<p>$5 and $6, 5 $ or US$7, $a$</p>\n");
    expect(render("$$\n\\int_0^1\n< 2\n$$\nword")).toBe(
      '<div class="math math-display">\\int_0^1\n&lt; 2</div>\n<p>word</p>\n',
    );
    expect(render("$$\nnot closed\n\nword")).toBe("<p>$$\nnot closed</p>\n<p>word</p>\n");
  });
});

describe("front matter", () => {
  test("is shown as what it is until its reader has come, and does not begin with a rule", () => {
    expect(render("---\ntitle: A\n---\n\n# B\n")).toBe(
      '<pre class="front-matter"><code>---\ntitle: A\n---</code></pre>\n<h1>B</h1>\n',
    );
    expect(render("---\nwords\n---\n")).toBe("<hr />\n<h2>words</h2>\n");
  });
});

describe("what stands where", () => {
  test("is told by lines of the text, for tasks too", () => {
    const pieces = documentOf("# A\n\n- [ ] one\n  - [x] two\n", { mark: "m" }).pieces();
    expect(pieces.map(({ lines }) => lines)).toEqual([2, 2]);
    expect(pieces[1]?.html).toContain('<li class="task" data-m-line="1">');
    expect(pieces[1]?.html).toMatch(/<input checked="" disabled="" type="checkbox" data-m-task="1"/);
  });

  test("counts from the piece's first line, where HTML tags hold several blocks together", () => {
    const pieces = documentOf("word\n\n<details>\n\n- [ ] one\n\n</details>\n\nend\n", { mark: "m" }).pieces();
    expect(pieces.map(({ lines }) => lines)).toEqual([2, 6, 1]);
    expect(pieces[1]?.html).toContain('data-m-task="2"');
  });
});
