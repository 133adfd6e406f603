import { markdownLanguage } from "@codemirror/lang-markdown";
import { describe, expect, test } from "vitest";
import { boundedMarkdown } from "../src/editor/markdown-parser.ts";

/** Each takes CodeMirror's own parser a minute and more, without a break. */
const bombs: Readonly<Record<string, string>> = {
  "links that never close": "[a](".repeat(60_000),
  "pictures that never close": "![a](".repeat(60_000),
  "brackets in brackets": "[".repeat(100_000) + "]".repeat(100_000),
  "emphasis that never closes": "*a_ ".repeat(60_000),
  "lists in lists on one line": `${"- ".repeat(100_000)}a`,
  "quotes in quotes on one line": `${">".repeat(200_000)}a`,
  "nothing but spaces between two words": `a${" ".repeat(300_000)}b`,
};

describe("Markdown's parser for the editor", () => {
  for (const [name, bomb] of Object.entries(bombs)) {
    test(`is done with ${name} at once`, () => {
      expect(boundedMarkdown.parser.parse(bomb).length).toBe(bomb.length);
    });
  }

  test("reads what people write as CodeMirror's own does", () => {
    const text = `# A *title*\n\n> - one [link](https://example.org "t")\n>   - two **strong** words\n\n| a | b |\n|---|---|\n| \`c\` | d |\n\n${"Some *more* words. ".repeat(100)}\n\n- [ ] a task\n`;
    expect(boundedMarkdown.parser.parse(text).toString()).toBe(markdownLanguage.parser.parse(text).toString());
  });

  test("reads on behind what is nested too deeply", () => {
    const tree = boundedMarkdown.parser.parse(`${"- ".repeat(500)}a\n\n# A title\n`);
    expect(tree.toString()).toContain("ATXHeading1");
  });

  test("colours the words of a long paragraph, and not without end", () => {
    const tree = boundedMarkdown.parser.parse("some **strong** words ".repeat(3_000));
    let last = 0;
    tree.iterate({
      enter: ({ name, to }) => {
        if (name === "StrongEmphasis") last = to;
      },
    });
    expect(last).toBeGreaterThan(19_000);
    expect(last).toBeLessThan(23_000);
  });
});
