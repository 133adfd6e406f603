import { expect, test } from "vitest";
import { markdownFromHtml } from "../src/editor/html-to-markdown.ts";

test.each([
  [
    "headings and words",
    "<h2>Plan</h2><p>Some <b>bold</b>, <i>italic</i> and <s>old</s> words.</p>",
    "## Plan\n\nSome **bold**, *italic* and ~~old~~ words.",
  ],
  ["lists in lists", "<ul><li>a<ol><li>b</li><li>c</li></ol></li></ul>", "- a\n  1. b\n  2. c"],
  [
    "tasks",
    '<ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> open</li></ul>',
    "- [x] done\n- [ ] open",
  ],
  [
    "a table",
    "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>x|y</td></tr></table>",
    "| A | B    |\n| - | ---- |\n| 1 | x\\|y |",
  ],
  [
    "code of a page",
    '<pre><code class="language-js">let a;\n</code></pre><p>and <code>b</code></p>',
    "```js\nlet a;\n```\n\nand `b`",
  ],
  [
    "links and images",
    '<a href="https://a.b/c">there</a> <img src="https://a.b/d.png" alt="what">',
    "[there](https://a.b/c) ![what](https://a.b/d.png)",
  ],
  ["a quote", "<blockquote><p>said</p></blockquote>", "> said"],
  ["characters that would be signs", "<p><b>1 * 2</b> _x_</p>", "**1 \\* 2** \\_x\\_"],
  [
    "Google Docs",
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">big</span><span style="font-style:italic"> small</span></p></b>',
    "**big** *small*",
  ],
  [
    "Word",
    "<html><head><style>p{color:red}</style></head><body><!--StartFragment--><p class=MsoNormal><b>Title</b><o:p></o:p></p><!--EndFragment--></body></html>",
    "**Title**",
  ],
])("rich text becomes Markdown: %s", (_what, html, markdown) => {
  expect(markdownFromHtml(html)).toBe(markdown);
});

test.each([
  ["words alone", "<meta charset='utf-8'><span style='color: red'>words</span>"],
  ["paragraphs alone", "<div>one</div><div>two</div>"],
  [
    "code of Visual Studio Code",
    '<meta charset="utf-8"><div style="color: #000;font-family: \'Droid Sans Mono\', monospace;font-size: 14px;white-space: pre;"><div><span style="font-weight: bold">const</span> a</div></div>',
  ],
  [
    "code of IntelliJ",
    "<html><head></head><body><pre style=\"background-color:#fff;font-family:'JetBrains Mono',monospace;\">val a = <b>1</b></pre></body></html>",
  ],
  ["nothing", ""],
])("what says no more than its plain text stays plain: %s", (_what, html) => {
  expect(markdownFromHtml(html)).toBeNull();
});

test("nothing that runs, and no address that does, comes along", () => {
  const html =
    '<p><a href="javascript:alert(1)">click</a> <img src="data:text/html,x" alt="pic" onerror="alert(1)"><b>b</b></p><script>alert(1)</script><style>p{}</style><iframe src="https://a.b"></iframe><svg><script>1</script></svg>';
  expect(markdownFromHtml(html)).toBe("click pic**b**");
  expect(markdownFromHtml("<p><b>&lt;script&gt;alert(1)&lt;/script&gt;</b></p>")).toBe(
    "**\\<script>alert(1)\\</script>**",
  );
});

test("what is nested without end comes to its words", () => {
  expect(markdownFromHtml(`${"<b>".repeat(500)}x`)).toContain("x");
  expect(markdownFromHtml(`${"<ul><li>".repeat(200)}x`)).toContain("x");
});

test("a table of more cells than anybody reads is refused before it is made", () => {
  const tables = [
    '<table><tr><td rowspan="65534" colspan="1000">a</td></tr></table>',
    `<table><tr>${"<td>a".repeat(1_000)}</tr>${"<tr><td>b</td></tr>".repeat(1_000)}</table>`,
  ];
  for (const html of tables) expect(() => markdownFromHtml(html)).toThrow(RangeError);
});

test("the cells of a table are not made as wide as one that is a page long", () => {
  const html = `<table>${"<tr><td>a</td></tr>".repeat(100)}<tr><td>${"long ".repeat(2_000)}</td></tr></table>`;
  expect(markdownFromHtml(html)?.length).toBeLessThan(12_000);
});
