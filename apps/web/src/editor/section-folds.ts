/** What a heading of Markdown folds away: its section, up to the next heading that is no deeper. Knows no button. */

import { foldService, syntaxTree, syntaxTreeAvailable } from "@codemirror/language";
import type { SyntaxNode } from "@lezer/common";
import { frontMatterLength } from "./front-matter.ts";

/** A section of more blocks is not folded: it is looked through at each keystroke that its heading is in sight for. */
const mostBlocks = 2_000;

const levelOf = ({ name }: SyntaxNode): number => Number(/^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1] ?? 0);

/** Where the section of `heading` ends; null for one that is too long. */
function sectionEnd(heading: SyntaxNode): number | null {
  const level = levelOf(heading);
  let last = heading;
  for (let blocks = 0; blocks < mostBlocks; blocks += 1) {
    const next = last.nextSibling;
    if (next === null || (levelOf(next) > 0 && levelOf(next) <= level)) return last.to;
    last = next;
  }
  return null;
}

export const sectionFolds = foldService.of((state, lineFrom, lineTo) => {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(lineTo, -1);
  for (; node !== null && node.from >= lineFrom; node = node.parent) {
    if (levelOf(node) === 0) continue;
    if (node.from < frontMatterLength(state.doc)) return null;
    const to = sectionEnd(node);
    if (to === null || to <= lineTo) return null;
    // Where nothing is parsed yet, nobody knows whether the section ends.
    return syntaxTreeAvailable(state, Math.min(to + 1, state.doc.length)) ? { from: lineTo, to } : null;
  }
  return null;
});
