/** Where the words of a Markdown text stand: without the signs before a line, and which inline nodes hold them. */

import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An inline node with signs at its ends, and what stands between them. */
interface MarkedNode extends Span {
  readonly name: string;
  readonly contentFrom: number;
  readonly contentTo: number;
}

const markedNames = new Set(["StrongEmphasis", "Emphasis", "Strikethrough", "InlineCode", "Link"]);

/** What is one thing, in which no mark may begin or end. */
const atomNames = new Set(["InlineCode", "URL", "Autolink", "HTMLTag", "Image", "Escape", "Entity", "Emoji"]);

const linelessNames =
  /^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock|ProcessingInstructionBlock|HorizontalRule|LinkReference|TableDelimiter)$/;

/** What stands before the words of a line: marks of quotes, list items, tasks and headings. */
const lineSigns = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s)|\[[ xX]\](?=\s)))*\s*/;

/** The stretches of text from `from` to `to`, one a line, without signs, spaces at the ends, and what no mark can be in. */
export function textSegments(state: EditorState, from: number, to: number): readonly Span[] {
  const segments: Span[] = [];
  const tree = syntaxTree(state);
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    at = line.to + 1;
    const signs = lineSigns.exec(line.text)?.[0].length ?? 0;
    const start = Math.max(from, line.from + signs);
    const end = Math.min(to, line.to);
    if (start >= end) continue;
    const text = state.sliceDoc(start, end);
    const span = {
      from: start + (text.length - text.trimStart().length),
      to: end - (text.length - text.trimEnd().length),
    };
    if (span.from >= span.to) continue;
    let isLineless = false;
    for (let node = tree.resolveInner(span.from, 1); ; ) {
      // A cell's bar is a delimiter too, but no node of its own around the words.
      if (linelessNames.test(node.name) && node.to - node.from > 1) isLineless = true;
      if (node.parent === null) break;
      node = node.parent;
    }
    if (!isLineless) segments.push(...cells(state, span));
  }
  return segments;
}

/** `span` cut at the bars of a table's row, which end every mark. */
function cells(state: EditorState, span: Span): readonly Span[] {
  const bars: Span[] = [];
  syntaxTree(state).iterate({
    from: span.from,
    to: span.to,
    enter: ({ name, from, to }) => {
      if (name === "TableDelimiter" && to - from === 1) bars.push({ from, to });
    },
  });
  if (bars.length === 0) return [span];
  const pieces: Span[] = [];
  let start = span.from;
  for (const bar of [...bars, { from: span.to, to: span.to }]) {
    const text = state.sliceDoc(start, Math.max(start, bar.from));
    const from = start + (text.length - text.trimStart().length);
    const to = start + text.trimEnd().length;
    if (to > from) pieces.push({ from, to });
    start = bar.to;
  }
  return pieces;
}

/** The inline nodes that touch `from` to `to`, outermost first. */
export function markedNodes(state: EditorState, from: number, to: number): readonly MarkedNode[] {
  const nodes: MarkedNode[] = [];
  syntaxTree(state).iterate({
    from,
    to,
    enter: (reference) => {
      if (!markedNames.has(reference.name)) return;
      const { firstChild, lastChild } = reference.node;
      const closing = reference.name === "Link" ? (reference.node.getChildren("LinkMark")[1] ?? null) : lastChild;
      if (firstChild === null || closing === null || closing.from < firstChild.to) return;
      nodes.push({
        name: reference.name,
        from: reference.from,
        to: reference.to,
        contentFrom: firstChild.to,
        contentTo: closing.from,
      });
    },
  });
  return nodes;
}

/** `span` such that it cuts through nothing that is one thing. */
export function widenedOverAtoms(state: EditorState, span: Span): Span {
  let { from, to } = span;
  const tree = syntaxTree(state);
  tree.iterate({
    from: span.from,
    to: span.to,
    enter: (node) => {
      // The address of a link is no text; a mark that reaches into it goes around nothing of it.
      if (!atomNames.has(node.name) || (node.name === "URL" && node.node.parent?.name === "Link")) return;
      if (node.from < span.from && node.to > span.from) from = Math.min(from, node.from);
      if (node.to > span.to && node.from < span.to) to = Math.max(to, node.to);
    },
  });
  return { from, to };
}
