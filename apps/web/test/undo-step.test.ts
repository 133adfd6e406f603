import { EditorState, type TransactionSpec } from "@codemirror/state";
import { expect, test } from "vitest";
import { isOneStep, movedBy, type Writing, writingOf } from "../src/editor/undo-step.ts";

/** The steps that a text of `doc` is written in, each as the number of the changes in it. */
function stepsOf(doc: string, specs: readonly (TransactionSpec & { readonly afterMs?: number })[]): number[] {
  let state = EditorState.create({ doc });
  let [last, at]: [Writing | null, number] = [null, 0];
  const steps: number[] = [];
  for (const { afterMs = 50, ...spec } of specs) {
    at += afterMs;
    const transaction = state.update(spec);
    const next = writingOf(transaction, at);
    if (last !== null && isOneStep(last, next)) steps.push((steps.pop() ?? 0) + 1);
    else steps.push(1);
    [last, state] = [next, transaction.state];
  }
  return steps;
}

const typed = (from: number, insert: string, afterMs = 50) => ({
  changes: { from, insert },
  userEvent: "input.type",
  afterMs,
});

test("a stretch of typing is one step, up to a pause, a move, or a new line", () => {
  expect(stepsOf("", [typed(0, "a"), typed(1, "b"), typed(2, "c")])).toEqual([3]);
  expect(stepsOf("", [typed(0, "a"), typed(1, "b", 700)])).toEqual([1, 1]);
  expect(stepsOf("xyz", [typed(0, "a"), typed(3, "b")])).toEqual([1, 1]);
  expect(stepsOf("", [typed(0, "a"), typed(1, "\n"), typed(2, "b")])).toEqual([1, 2]);
});

test("a stretch of deleting is one step, forwards or backwards, apart from typing", () => {
  const deleted = (from: number, to: number) => ({ changes: { from, to }, userEvent: "delete.backward" });
  expect(stepsOf("abcd", [deleted(3, 4), deleted(2, 3), typed(2, "x")])).toEqual([2, 1]);
  expect(stepsOf("abcd", [deleted(1, 2), deleted(1, 2)])).toEqual([2]);
});

test("a paste and a command are steps of their own", () => {
  const pasted = { changes: { from: 1, insert: "pasted" }, userEvent: "input.paste" };
  expect(stepsOf("", [typed(0, "a"), pasted, typed(7, "b")])).toEqual([1, 1, 1]);
});

test("a composition is one step however long it takes, and the next is another", () => {
  const composed = (from: number, to: number, insert: string, isFirst: boolean) => ({
    changes: { from, to, insert },
    userEvent: `input.type.compose${isFirst ? ".start" : ""}`,
    afterMs: 2_000,
  });
  const word = [composed(0, 0, "n", true), composed(0, 1, "に", false), composed(0, 1, "にほ", false)];
  expect(stepsOf("", [...word, composed(2, 2, "x", true)])).toEqual([3, 1]);
});

test("what others write in between does not part a stretch", () => {
  let state = EditorState.create({ doc: "" });
  const first = state.update(typed(0, "a"));
  const others = first.state.update({ changes: { from: 0, insert: "theirs " } });
  state = others.state;
  const next = writingOf(state.update(typed(8, "b")), 100);
  expect(isOneStep(writingOf(first, 50), next)).toBe(false);
  expect(isOneStep(movedBy(writingOf(first, 50), others.changes), next)).toBe(true);
});
