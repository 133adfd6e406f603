import { Text } from "@codemirror/state";
import { expect, test, vi } from "vitest";
import type { Search, SearchAnswer } from "../src/editor/expression-messages.ts";
import { ExpressionSearch } from "../src/editor/expression-search.ts";
import { silentWorkers } from "./silent-workers.ts";

const workers = silentWorkers();
const found: SearchAnswer = { kind: "found", positions: Uint32Array.of(0, 1), isAll: true, inserts: [] };
const doc = Text.of(["aaaa!"]);

function searchFor(source: string): Search {
  return { expression: { source, isCaseSensitive: true, isWholeWord: false, wordCharacters: "" }, replacement: null };
}

test("an expression that never ends is ended, and the next one gets a worker of its own", async () => {
  const search = new ExpressionSearch();
  const outcome = search.search(searchFor("(a+)+$"), doc);
  workers[0]?.answer({ kind: "ready" });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await outcome).toEqual({ kind: "too-long" });
  expect(workers[0]?.isRunning).toBe(false);
  const next = search.search(searchFor("a"), doc);
  workers[1]?.answer({ kind: "ready" });
  expect(workers[1]?.told).toMatchObject([{ text: "aaaa!" }]);
  workers[1]?.answer(found);
  expect(await next).toBe(found);
});

test("the time that a worker takes to come is not the expression's", async () => {
  const search = new ExpressionSearch();
  const outcome = search.search(searchFor("a"), doc);
  await vi.advanceTimersByTimeAsync(60_000);
  workers[0]?.answer({ kind: "ready" });
  workers[0]?.answer(found);
  expect(await outcome).toBe(found);
});

test("a new search gives up the one before, which is ended when it goes on for long", async () => {
  const search = new ExpressionSearch();
  const first = search.search(searchFor("(a+)+$"), doc);
  workers[0]?.answer({ kind: "ready" });
  const second = search.search(searchFor("(a+)+$b"), doc);
  const third = search.search(searchFor("b"), doc);
  expect([await first, await second]).toEqual([{ kind: "given-up" }, { kind: "given-up" }]);
  expect(workers[0]?.isRunning).toBe(true);
  await vi.advanceTimersByTimeAsync(200);
  expect(workers[0]?.isRunning).toBe(false);
  workers[1]?.answer({ kind: "ready" });
  expect(workers[1]?.told).toMatchObject([{ expression: { source: "b" } }]);
  workers[1]?.answer(found);
  expect(await third).toBe(found);
});

test("a text that the worker has is not sent again", async () => {
  const search = new ExpressionSearch();
  const first = search.search(searchFor("a"), doc);
  workers[0]?.answer({ kind: "ready" });
  workers[0]?.answer(found);
  await first;
  void search.search(searchFor("b"), doc);
  workers[0]?.answer(found);
  void search.search(searchFor("b"), Text.of(["other"]));
  expect(workers[0]?.told).toMatchObject([{ text: "aaaa!" }, { text: null }, { text: "other" }]);
});

test("a worker that cannot be loaded is asked for again by the next search", async () => {
  const search = new ExpressionSearch();
  const first = search.search(searchFor("a"), doc);
  workers[0]?.dispatchEvent(new Event("error"));
  expect(await first).toEqual({ kind: "missing" });
  const second = search.search(searchFor("a"), doc);
  workers[1]?.answer({ kind: "ready" });
  workers[1]?.answer({ kind: "failed" });
  expect(await second).toEqual({ kind: "too-long" });
});
