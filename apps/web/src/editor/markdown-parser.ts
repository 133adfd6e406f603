/**
 * The parser of Markdown for the editor: CodeMirror's own, held to what a page has time for. A line of brackets, or of list
 * marks, takes that one the square of its length at a stretch, and anybody in a document can paste one. Knows no editor.
 */

import { markdownLanguage } from "@codemirror/lang-markdown";
import { foldNodeProp, Language } from "@codemirror/language";
import { type BlockParser, type Element, type InlineParser, MarkdownParser } from "@lezer/markdown";
import { codeInMarkdown } from "./code-in-markdown.ts";

/** How much of a paragraph is looked through at once, in UTF-16 code units: hardly any has more. */
const stretchLength = 2_500;

/** Of a longer paragraph, no more than so much is looked through; the rest has no colours. */
const longestLength = 20_000;

/** So many quotes and lists within each other are told apart; what stands deeper has no colours. */
const deepest = 40;

const depthLimit: BlockParser = {
  name: "DepthLimit",
  before: "IndentedCode",
  parse(context) {
    if (context.depth <= deepest) return false;
    context.nextLine();
    return true;
  },
};

/** As the parser's own, but that one looks through a row of spaces anew from each of them. */
const hardBreak: InlineParser = {
  name: "HardBreak",
  parse(context, next, from) {
    const [space, lineBreak, backslash] = [32, 10, 92];
    const isInRow = next === space && from > context.offset && context.char(from - 1) === space;
    if (isInRow || (next !== space && next !== backslash)) return -1;
    let to = from + 1;
    while (next === space && context.char(to) === space) to += 1;
    if (context.char(to) !== lineBreak || (next === space && to < from + 2)) return -1;
    return context.addElement(context.elt("HardBreak", from, to + 1));
  },
};

/** Where the stretch of `text` that begins at `from` ends: between two words, if it has any. */
function stretchEnd(text: string, from: number): number {
  const end = from + stretchLength;
  if (end >= text.length) return text.length;
  const space = Math.max(text.lastIndexOf("\n", end - 1), text.lastIndexOf(" ", end - 1));
  return space > from ? space + 1 : end;
}

function boundedParser(): MarkdownParser {
  const { parser } = markdownLanguage;
  if (!(parser instanceof MarkdownParser)) throw new Error("CodeMirror's Markdown has another parser");
  const bounded = parser.configure([
    // What folds is what has a first line that stands for it, as a section has; not each paragraph of several lines.
    { parseBlock: [depthLimit], parseInline: [hardBreak], props: [foldNodeProp.add({ Paragraph: () => null })] },
    ...codeInMarkdown,
  ]);
  const parseStretch = bounded.parseInline.bind(bounded);
  bounded.parseInline = (text, offset) => {
    const elements: Element[] = [];
    for (let from = 0; from < Math.min(text.length, longestLength); ) {
      const end = stretchEnd(text, from);
      for (const element of parseStretch(text.slice(from, end), offset + from)) elements.push(element);
      from = end;
    }
    return elements;
  };
  return bounded;
}

/** Markdown with GitHub's tables, tasks and strikethrough; CodeMirror's commands for it take it for their own. */
export const boundedMarkdown = new Language(markdownLanguage.data, boundedParser(), [], "markdown");
