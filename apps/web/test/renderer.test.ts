import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Renderer } from "../src/preview/renderer.ts";

const workers: SilentWorker[] = [];

/** One that a text keeps busy for ever, until it is told to answer. */
class SilentWorker extends EventTarget {
  isRunning = true;
  readonly told: unknown[] = [];

  constructor() {
    super();
    workers.push(this);
  }
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  terminate(): void {
    this.isRunning = false;
  }
  answer(revision: number): void {
    const data = { kind: "rendered", revision, changes: [], isComplete: true };
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

const words = {
  ...{ footnotes: "", back: "", copyCode: "", copied: "", empty: "", formulaFault: "", diagramFault: "" },
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("Worker", SilentWorker);
});

afterEach(() => {
  workers.length = 0;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("a rendering that never ends is stopped, and said to have failed", async () => {
  const renderer = new Renderer({ mark: null, words, text: "", onNews: () => undefined });
  const rendered = renderer.render().catch((error: Error) => error);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await rendered).toBeInstanceOf(Error);
  expect(workers[0]?.isRunning).toBe(false);
  await expect(renderer.render()).rejects.toThrow();
});

test("one that is done in time is not", async () => {
  const renderer = new Renderer({ mark: null, words, text: "", onNews: () => undefined });
  const rendered = renderer.render();
  workers[0]?.answer(1);
  expect(await rendered).toMatchObject({ isComplete: true });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers[0]?.isRunning).toBe(true);
});
