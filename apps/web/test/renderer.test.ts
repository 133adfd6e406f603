import { expect, test, vi } from "vitest";
import { Renderer } from "../src/preview/renderer.ts";
import { silentWorkers } from "./silent-workers.ts";

const workers = silentWorkers();
const words = {
  ...{ footnotes: "", back: "", copyCode: "", copied: "", empty: "", formulaFault: "", diagramFault: "" },
};

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
  workers[0]?.answer({ kind: "rendered", revision: 1, changes: [], isComplete: true });
  expect(await rendered).toMatchObject({ isComplete: true });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(workers[0]?.isRunning).toBe(true);
});
