/**
 * A text's blocks, read from any line that a block starts at. What a block is depends only on the text from its first
 * line on, so that what was not touched by an edit need not be read again. Knows no HTML.
 */

import type { MarkdownIt, StateBlock, Token } from "./parser-types.ts";

/** What a link's reference leads to; footnotes are among them (`footnoteKey`). */
export interface Reference {
  readonly href: string;
  readonly title: string;
}

/** A block of the text, up to where the next one starts: blank lines behind it are its own. */
export interface ParsedBlock {
  /** Where it starts in what was read, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  readonly lines: number;
  readonly tokens: readonly Token[];
  readonly references: ReadonlyMap<string, Reference>;
}

interface Start {
  readonly line: number;
  readonly tokens: readonly Token[];
  readonly references: ReadonlyMap<string, Reference>;
}

/** Yields the blocks of `text`, one after another. Blank lines before the first are in it. */
export function* splitBlocks(parser: MarkdownIt, text: string): Generator<ParsedBlock, void> {
  const tokens: Token[] = [];
  const state = new parser.block.State(text, parser, {}, tokens);
  let pending: Start | null = null;
  let line = state.skipEmptyLines(0);
  while (line < state.lineMax) {
    const start = pending === null ? 0 : line;
    if (pending !== null) yield blockOf(state, pending, start);
    const { found, next } = readBlock(parser, state, line, start);
    pending = found;
    line = state.skipEmptyLines(next);
  }
  if (pending !== null) yield blockOf(state, pending, state.lineMax);
}

function readBlock(
  parser: MarkdownIt,
  state: StateBlock,
  line: number,
  start: number,
): { readonly found: Start; readonly next: number } {
  state.env.references = {};
  state.tokens.length = 0;
  state.line = line;
  for (const rule of parser.block.ruler.getRules("")) if (rule(state, line, state.lineMax, false)) break;
  // A paragraph is always one: that none fits would be a fault of the rules, and would never end.
  if (state.line <= line) throw new Error("no rule of Markdown's blocks took a line");
  const references = new Map(Object.entries(state.env.references));
  const tokens = state.tokens.slice();
  for (const token of tokens) if (token.map !== null) token.map = [token.map[0] - start, token.map[1] - start];
  return { found: { line: start, tokens, references }, next: state.line };
}

function blockOf(state: StateBlock, { line, tokens, references }: Start, end: number): ParsedBlock {
  const from = line === 0 ? 0 : (state.bMarks[line] ?? 0);
  const to = end >= state.lineMax ? state.src.length : (state.bMarks[end] ?? state.src.length);
  return { from, to, lines: end - line, tokens, references };
}
