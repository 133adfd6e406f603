/** The Markdown parser: CommonMark by markdown-it, and GitHub's extensions. Knows no page and no frame. */

import createMarkdownIt from "markdown-it";
import { autolinks } from "./autolinks.ts";
import { footnotes } from "./footnotes.ts";
import { mathematics } from "./mathematics.ts";
import type { MarkdownIt, StateCore } from "./parser-types.ts";
import { rawHtmlFilter } from "./raw-html.ts";
import { strikethrough } from "./strikethrough.ts";
import { taskItems } from "./tasks.ts";

/** CommonMark and nothing else. What is unsafe in a link is not the parser's matter: nothing of this is shown unsanitised. */
export function commonMarkParser(): MarkdownIt {
  const parser = new createMarkdownIt("commonmark", { maxNesting: 100 });
  parser.validateLink = () => true;
  // As the specification writes an empty one.
  parser.renderer.rules["blockquote_open"] = (tokens, index, options, _env, renderer) =>
    `${renderer.renderToken(tokens, index, options).trimEnd()}\n`;
  return parser;
}

/** Cells have their alignment as GitHub writes it, and as it needs no style. */
function alignCells(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== "th_open" && token.type !== "td_open") continue;
    const style = token.attrGet("style");
    if (style !== null) token.attrs = [["align", String(style).replace("text-align:", "")]];
  }
}

/** CommonMark with what GitHub adds: tables, tasks, strikethrough, autolinks, the filter of raw HTML; footnotes; mathematics. */
export function gitHubParser(): MarkdownIt {
  const parser = commonMarkParser();
  parser.enable("table");
  parser.core.ruler.push("align-cells", alignCells);
  for (const extend of [strikethrough, autolinks, taskItems, rawHtmlFilter, mathematics, footnotes]) extend(parser);
  return parser;
}
