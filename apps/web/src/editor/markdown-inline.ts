/** Bold, italic, strikethrough and code on and off: which stretches of a text are marked, and how the marks then stand. */

import { syntaxTree } from "@codemirror/language";
import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type TransactionSpec,
} from "@codemirror/state";
import { markedNodes, type Span, textSegments, widenedOverAtoms } from "./markdown-spans.ts";

export type InlineMark = "StrongEmphasis" | "Emphasis" | "Strikethrough" | "InlineCode";

const signs = { StrongEmphasis: "**", Emphasis: "*", Strikethrough: "~~", InlineCode: "`" } as const;

type Sign = (typeof signs)[InlineMark];

/** How long a run of a sign's character may be to have the sign in it: of three asterisks two are bold, one is italic. */
const runs: Readonly<Record<Sign, readonly number[]>> = { "**": [2, 3], "*": [1, 3], "~~": [2], "`": [1] };

/**
 * Marks what is selected, or takes the mark away where all of it has it. Without a selection it is the word at the
 * caret; where there is none, the marks are put around the caret, and taken away again when nothing came between.
 */
export function toggleInlineMark(mark: InlineMark): (state: EditorState) => TransactionSpec | null {
  return (state) => {
    const changed = state.changeByRange((range) => toggledAt(state, range, mark));
    return changed.changes.empty ? null : { ...changed, scrollIntoView: true, userEvent: "input.format" };
  };
}

interface Toggled {
  readonly range: SelectionRange;
  readonly changes?: ChangeSpec;
}

function toggledAt(state: EditorState, range: SelectionRange, mark: InlineMark): Toggled {
  const textual = surroundedBy(state, range, signs[mark]);
  if (textual !== null) return withoutSigns(range, textual);
  const selected = range.empty ? (wordAround(state, range.head) ?? range) : range;
  const segments = textSegments(state, selected.from, selected.to);
  if (range.empty && segments.length === 0) return emptyMarks(state, range, mark);
  const spans = mark === "InlineCode" ? segments : segments.map((each) => widenedOverAtoms(state, each));
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return { range };
  const nodes = markedNodes(state, first.from, last.to).filter(({ name }) => name === mark);
  const marked = nodes.map(({ contentFrom, contentTo }) => ({ from: contentFrom, to: contentTo }));
  const isOn = spans.every((span) => isCovered(state, span, marked, nodes));
  const wanted = isOn ? subtracted(marked, spans) : united([...marked, ...spans]);
  const whole = wanted.flatMap((span) => withinNodes(state, trimmed(state, span), mark));
  const specs: { from: number; to: number; insert: string }[] = [];
  for (const { from, to, contentFrom, contentTo } of nodes) {
    if (whole.some((span) => span.from === contentFrom && span.to === contentTo)) continue;
    specs.push({ from, to: contentFrom, insert: "" }, { from: contentTo, to, insert: "" });
  }
  // Where the caret is to stay inside the new marks, and a selection on what was selected.
  for (const { from, to } of whole) {
    if (marked.some((span) => span.from === from && span.to === to)) continue;
    const [open, close] = signsFor(state, { from, to }, mark);
    specs.push({ from, to: from, insert: open }, { from: to, to, insert: close });
  }
  const changes = state.changes(specs);
  if (range.empty)
    return { range: EditorSelection.cursor(changes.mapPos(range.head, -insideOf(range, whole))), changes };
  // Trimmed of its spaces, else the next time the signs would be looked for around them.
  const from = changes.mapPos(first.from, 1);
  const to = Math.max(from, changes.mapPos(last.to, -1));
  return {
    range: range.anchor <= range.head ? EditorSelection.range(from, to) : EditorSelection.range(to, from),
    changes,
  };
}

/** -1 where the caret is at the beginning of what is marked, so that it stays inside; else 1. */
function insideOf(range: SelectionRange, spans: readonly Span[]): -1 | 1 {
  return spans.some(({ from }) => from === range.head) ? -1 : 1;
}

/** The signs around `span`; for code as many as no run within has, with a space where one would touch them. */
function signsFor(state: EditorState, { from, to }: Span, mark: InlineMark): readonly [string, string] {
  const sign = signs[mark];
  if (mark !== "InlineCode") return [sign, sign];
  const text = state.sliceDoc(from, to);
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return [fence + space, space + fence];
}

function emptyMarks(state: EditorState, range: SelectionRange, mark: InlineMark): Toggled {
  if (isInCode(state, range.head)) return { range };
  const sign = signs[mark];
  return {
    range: EditorSelection.cursor(range.head + sign.length),
    changes: { from: range.head, insert: sign + sign },
  };
}

function isInCode(state: EditorState, position: number): boolean {
  for (let node = syntaxTree(state).resolveInner(position, -1); ; ) {
    if (/Code(?:Block|Text)?$|^HTMLBlock$/.test(node.name)) return true;
    if (node.parent === null) return false;
    node = node.parent;
  }
}

/** How many characters of signs stand on each side of `range` when just these stand there; null when they do not. */
function surroundedBy(state: EditorState, range: SelectionRange, sign: Sign): number | null {
  const character = sign.charAt(0);
  const run = (position: number, step: -1 | 1): number => {
    let length = 0;
    while (length < 4 && characterBeside(state, position + step * length, step) === character) length += 1;
    return length;
  };
  const length = Math.min(run(range.from, -1), run(range.to, 1));
  if (!runs[sign].includes(length)) return null;
  const text = state.sliceDoc(range.from, range.to);
  // With the sign in it too, the one before may belong to something else than the one after.
  return text.includes(sign) || /^\s|\s$/.test(text) ? null : sign.length;
}

function characterBeside(state: EditorState, position: number, step: -1 | 1): string {
  return step === 1 ? state.sliceDoc(position, position + 1) : state.sliceDoc(position - 1, position);
}

function withoutSigns({ anchor, head, from, to }: SelectionRange, length: number): Toggled {
  return {
    range: EditorSelection.range(anchor - length, head - length),
    changes: [
      { from: from - length, to: from },
      { from: to, to: to + length },
    ],
  };
}

/** The word that the caret touches; null where there is none. */
function wordAround(state: EditorState, position: number): Span | null {
  const word = state.wordAt(position);
  return word === null || word.empty ? null : word;
}

/** Whether `span` is within `marked`, but for spaces and the signs of `nodes`. */
function isCovered(state: EditorState, span: Span, marked: readonly Span[], nodes: readonly Span[]): boolean {
  if (nodes.length === 0) return false;
  return subtracted([span], marked).every(({ from, to }) => /^[\s*_~`]*$/.test(state.sliceDoc(from, to)));
}

/** `spans` without their spaces at the ends; with nothing but spaces and signs in it, one is empty. */
function trimmed(state: EditorState, { from, to }: Span): Span {
  const text = state.sliceDoc(from, to);
  if (/^[\s*_~]*$/.test(text)) return { from, to: from };
  return { from: from + (text.length - text.trimStart().length), to: to - (text.length - text.trimEnd().length) };
}

/** `span` cut where another inline node begins or ends within it and not the other way round, so that marks nest. */
function withinNodes(state: EditorState, span: Span, mark: InlineMark): readonly Span[] {
  let pieces: readonly Span[] = [span];
  if (mark === "InlineCode") return span.to > span.from ? pieces : [];
  for (const node of markedNodes(state, span.from, span.to)) {
    if (node.name === mark) continue;
    const beginsBefore = node.from < span.from || (node.from === span.from && node.to > span.to);
    const endsAfter = node.to > span.to || (node.to === span.to && node.from < span.from);
    const contains = node.contentFrom <= span.from && node.contentTo >= span.to;
    if (contains || (!beginsBefore && !endsAfter)) continue;
    const signsOfNode: Span[] = [
      ...(beginsBefore ? [{ from: node.contentTo, to: node.to }] : []),
      ...(endsAfter ? [{ from: node.from, to: node.contentFrom }] : []),
      ...(beginsBefore && endsAfter ? [{ from: node.from, to: node.contentFrom }] : []),
    ];
    pieces = subtracted(pieces, signsOfNode);
  }
  return pieces.map((piece) => trimmed(state, piece)).filter(({ from, to }) => to > from);
}

/** What of `spans` is not in `others`. */
function subtracted(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, other) =>
      left.flatMap((span) => {
        if (other.to <= span.from || other.from >= span.to) return [span];
        const pieces = [
          { from: span.from, to: other.from },
          { from: other.to, to: span.to },
        ];
        return pieces.filter(({ from, to }) => to > from);
      }),
    spans,
  );
}

/** `spans` in order, those that touch or overlap as one. */
function united(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && span.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}
