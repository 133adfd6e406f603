/**
 * Footnotes as GitHub has them: `[^label]` where `[^label]: …` stands somewhere. What number a footnote has, is known
 * only in the whole text: its places are left open (`Slot`).
 */

import type { MarkdownIt, StateBlock, StateInline } from "./parser-types.ts";
import { slot } from "./template.ts";

const definition = /^\[\^([^\]\s]+)\]:[ \t]*/;

/** What a footnote is looked up by among the references of links: those cannot have a control character. */
export const footnoteKey = (label: string): string => `\u0001${label}`;

function define(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  const bMark = state.bMarks[startLine] ?? 0;
  const tShift = state.tShift[startLine] ?? 0;
  const start = bMark + tShift;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || state.src.charCodeAt(start) !== 91) return false;
  const [mark, label] = definition.exec(state.src.slice(start, state.eMarks[startLine])) ?? [];
  if (mark === undefined || label === undefined) return false;
  if (isSilent) return true;

  const open = state.push("footnote_open", "", 1);
  const name = state.md.utils.normalizeReference(label);
  open.meta = { label: name };
  state.env.references ??= {};
  state.env.references[footnoteKey(name)] ??= { href: "", title: "" };
  open.map = [startLine, startLine + 1];
  // The rest is read as what stands in an indented container that begins behind the mark.
  const before = {
    blkIndent: state.blkIndent,
    parentType: state.parentType,
    sCount: state.sCount[startLine] ?? 0,
  };
  const isEmpty = start + mark.length >= (state.eMarks[startLine] ?? 0);
  state.bMarks[startLine] = start + mark.length;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = isEmpty ? before.sCount : before.blkIndent + 4;
  state.blkIndent += 4;
  state.parentType = "footnote";
  if (isEmpty) {
    const next = state.skipEmptyLines(startLine + 1);
    state.line = startLine + 1;
    if (next < endLine && (state.sCount[next] ?? 0) >= state.blkIndent) {
      state.md.block.tokenize(state, startLine + 1, endLine);
    }
  } else {
    state.md.block.tokenize(state, startLine, endLine);
  }
  state.bMarks[startLine] = bMark;
  state.tShift[startLine] = tShift;
  state.sCount[startLine] = before.sCount;
  state.blkIndent = before.blkIndent;
  state.parentType = before.parentType;
  open.map[1] = state.line;
  state.push("footnote_close", "", -1);
  return true;
}

function refer(state: StateInline, isSilent: boolean): boolean {
  if (!state.src.startsWith("[^", state.pos)) return false;
  const found = /^\[\^([^\]\s[]+)\]/.exec(state.src.slice(state.pos, Math.min(state.posMax, state.pos + 1_000)));
  if (found?.[1] === undefined) return false;
  const label = state.md.utils.normalizeReference(found[1]);
  if (state.env.references?.[footnoteKey(label)] === undefined) return false;
  if (!isSilent) state.push("footnote_reference", "", 0).meta = { label };
  state.pos += found[0].length;
  return true;
}

/** An id or address of a footnote may have any character that its label has. */
export const footnoteId = (label: string): string => encodeURIComponent(label.toLowerCase());

/** Has `parser` read them: definitions stand between `footnote_open` and `footnote_close`. */
export function footnotes(parser: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  parser.block.ruler.before("reference", "footnote", define, { alt });
  parser.inline.ruler.after("link", "footnote", refer);
  parser.renderer.rules["footnote_reference"] = (tokens, index) => {
    const label = String(tokens[index]?.meta?.["label"]);
    return slot("footnote", label);
  };
}
