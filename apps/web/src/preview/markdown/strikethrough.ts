/** GitHub's strikethrough: text between one tilde each, or two each. Knows no other mark. */

import type { Delimiter } from "markdown-it";
import type { MarkdownIt, StateInline } from "./parser-types.ts";

const tilde = 126;

/** A pair has as many tildes on each side: runs of one and of two are marks of different kinds to the parser. */
const markerOf = (length: number): number => tilde + 0x10000 * length;

const isOurs = (marker: number): boolean => marker === markerOf(1) || marker === markerOf(2);

function tokenize(state: StateInline, isSilent: boolean): boolean {
  if (isSilent || state.src.charCodeAt(state.pos) !== tilde) return false;
  const { can_open: open, can_close: close, length } = state.scanDelims(state.pos, true);
  const token = state.push("text", "", 0);
  token.content = "~".repeat(length);
  if (length <= 2) {
    const delimiter = { marker: markerOf(length), length: 0, token: state.tokens.length - 1, end: -1, open, close };
    state.delimiters.push(delimiter);
  }
  state.pos += length;
  return true;
}

function pair(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const opener of delimiters) {
    if (!isOurs(opener.marker) || opener.end === -1) continue;
    const closer = delimiters[opener.end];
    const from = state.tokens[opener.token];
    const to = closer === undefined ? undefined : state.tokens[closer.token];
    if (from === undefined || to === undefined) continue;
    Object.assign(from, { type: "del_open", tag: "del", nesting: 1, markup: from.content, content: "" });
    Object.assign(to, { type: "del_close", tag: "del", nesting: -1, markup: to.content, content: "" });
  }
}

function postProcess(state: StateInline): boolean {
  pair(state, state.delimiters);
  for (const meta of state.tokens_meta) if (meta?.delimiters !== undefined) pair(state, meta.delimiters);
  return false;
}

/** Has `parser` read it. */
export function strikethrough(parser: MarkdownIt): void {
  parser.inline.ruler.before("emphasis", "tildes", tokenize);
  parser.inline.ruler2.after("balance_pairs", "tildes", postProcess);
}
