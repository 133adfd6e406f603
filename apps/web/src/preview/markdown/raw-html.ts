/** GitHub's filter of raw HTML: tags that change how the rest is read are shown as text. What is safe is not its matter. */

import type { MarkdownIt } from "./parser-types.ts";

const filtered = /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s>]|\/>))/gi;

/** Has `parser` give out HTML within the text with those tags as text. */
export function rawHtmlFilter(parser: MarkdownIt): void {
  for (const kind of ["html_inline", "html_block"]) {
    parser.renderer.rules[kind] = (tokens, index) => tokens[index]?.content.replace(filtered, "&lt;") ?? "";
  }
}
