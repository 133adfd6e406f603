/** Where in the text the editor's top is, as the preview counts it: lines from 0, with the part of one that is above. */

import type { EditorView } from "@codemirror/view";

export function lineAtTop(view: EditorView): number {
  const top = view.scrollDOM.getBoundingClientRect().top - view.documentTop;
  if (top <= 0) return 0;
  const block = view.lineBlockAtHeight(top);
  const part = block.height === 0 ? 0 : Math.min(1, Math.max(0, (top - block.top) / block.height));
  return view.state.doc.lineAt(block.from).number - 1 + part;
}

/** Brings `line` to the top; the caret stays where it is. */
export function scrollToLine(view: EditorView, line: number): void {
  const { doc } = view.state;
  const number = Math.min(doc.lines, Math.floor(line) + 1);
  const block = view.lineBlockAt(doc.line(number).from);
  const part = Math.min(1, line - (number - 1));
  const { scrollDOM } = view;
  const origin = view.documentTop - scrollDOM.getBoundingClientRect().top + scrollDOM.scrollTop;
  scrollDOM.scrollTop = line <= 0 ? 0 : origin + block.top + part * block.height;
}
