/** What one does with what is found: CodeMirror's commands for words, and the same for expressions. */

import * as plain from "@codemirror/search";
import { EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import { type Command, EditorView } from "@codemirror/view";
import { finderOf } from "./find-expression.ts";
import type { FoundMatches, Match } from "./found-matches.ts";

/** How much of the line around a match is read out, on each side. */
const readOut = 30;

function announceMatch(state: EditorState, { from, to }: Match) {
  const line = state.doc.lineAt(from);
  const text = state.sliceDoc(Math.max(line.from, from - readOut), Math.min(line.to, to + readOut));
  return EditorView.announce.of(`${state.phrase("current match")}. ${text} ${state.phrase("on line")} ${line.number}.`);
}

/** What of a transaction shows `match`, once `changes` are made. */
function showing(state: EditorState, match: Match, changes = state.changes()): TransactionSpec {
  const selection = EditorSelection.single(match.from, match.to).map(changes);
  return { selection, effects: [announceMatch(state, match), EditorView.scrollIntoView(selection.main)] };
}

/** Whoever is in the field may type over what stands there. */
function selectField(view: EditorView): void {
  const field = view.dom.querySelector<HTMLInputElement>(".find [main-field]");
  if (field !== null && field === view.root.activeElement) field.select();
}

function goTo(pick: (matches: FoundMatches, from: number, to: number) => Match | null, otherwise: Command): Command {
  return (view) => {
    const finder = finderOf(view);
    if (finder === null) return otherwise(view);
    finder.whenFound((matches) => {
      const { from, to } = view.state.selection.main;
      const match = pick(matches, from, to);
      if (match === null) return;
      view.dispatch(showing(view.state, match), { userEvent: "select.search" });
      selectField(view);
    });
    return true;
  };
}

export const findNext = goTo((matches, from, to) => matches.after(from, to), plain.findNext);
export const findPrevious = goTo((matches, from, to) => matches.before(from, to), plain.findPrevious);

/** Replaces the match that is selected, and selects the next one. */
export const replaceNext: Command = (view) => {
  const finder = finderOf(view);
  if (finder === null || view.state.readOnly) return plain.replaceNext(view);
  const at = view.state.selection.main.from;
  finder.replace({ template: plain.getSearchQuery(view.state).replace, at }, (matches, inserts) => {
    const { state } = view;
    const { from, to } = state.selection.main;
    const index = (matches.numberAt(from) ?? 0) - 1;
    const [match, insert] = [matches.at(index), inserts[index] ?? null];
    if (state.readOnly || match === null || match.to !== to || match.isTouched || insert === null) {
      const next = matches.after(from, from);
      if (next !== null) view.dispatch(showing(state, next), { userEvent: "select.search" });
      return;
    }
    const changes = state.changes({ from, to, insert: state.toText(insert) });
    const next = matches.after(from, to);
    const isOther = next !== null && next.from !== from;
    const said = `${state.phrase("replaced match on line $", state.doc.lineAt(from).number)}.`;
    view.dispatch(
      { changes, effects: EditorView.announce.of(said), userEvent: "input.replace" },
      isOther ? { ...showing(state, next, changes), sequential: true } : {},
    );
  });
  return true;
};

/** Replaces all matches, of which `counted` were counted; `tell` is called with how many were replaced, if any. */
export function replaceAll(view: EditorView, counted: number, tell: (count: number) => void): void {
  const finder = finderOf(view);
  const { state } = view;
  if (state.readOnly) return;
  if (finder === null) {
    // What would make the text too long is not put in.
    if (plain.replaceAll(view) && counted > 0 && view.state.doc !== state.doc) tell(counted);
    return;
  }
  finder.replace({ template: plain.getSearchQuery(state).replace, at: null }, (matches, inserts) => {
    const changes = inserts.flatMap((insert, index) => {
      const match = matches.at(index);
      return insert === null || match === null || match.isTouched ? [] : [{ from: match.from, to: match.to, insert }];
    });
    const { doc } = view.state;
    if (view.state.readOnly || changes.length === 0) return;
    const said = `${view.state.phrase("replaced $ matches", changes.length)}.`;
    view.dispatch({ changes, effects: EditorView.announce.of(said), userEvent: "input.replace.all" });
    if (view.state.doc !== doc) tell(changes.length);
  });
}
