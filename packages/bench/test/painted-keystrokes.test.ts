import { expect, test } from "vitest";
import { keystrokesIn } from "../src/page/painted-keystrokes.ts";

/** Of a page whose clock began 1,000 ms before the trace's. */
function key(type: string, timeStamp: number, processingEnd: number): object {
  return {
    name: "EventTiming",
    ph: "b",
    ts: (timeStamp + 1_000) * 1_000,
    args: { data: { type, timeStamp, processingEnd } },
  };
}

function frame(beginMs: number, layerizeMs: number, durationMs: number): readonly object[] {
  return [
    { name: "AnimationFrame::Render", ph: "b", ts: (beginMs + 1_000) * 1_000 },
    { name: "Layerize", ph: "X", ts: (layerizeMs + 1_000) * 1_000, dur: durationMs * 1_000 },
  ];
}

test("a letter counts as painted at the end of the first frame that begins after the page took it in", () => {
  const trace = [
    ...frame(1, 3, 1),
    key("keydown", 2, 2.5),
    key("keypress", 2, 6),
    key("beforeinput", 3, 3.5),
    ...frame(5, 5.5, 0.25),
    ...frame(14, 16, 2),
    key("keyup", 20, 21),
  ];
  expect(keystrokesIn(trace.toReversed())).toEqual([{ takenInMs: 4, paintedMs: 16, workMs: 8 }]);
});

test("a letter whose frame the trace does not hold is left out", () => {
  expect(keystrokesIn([...frame(1, 3, 1), key("keypress", 2, 6)])).toEqual([]);
  expect(keystrokesIn([key("keypress", 2, 6), { name: "AnimationFrame::Render", ph: "b", ts: 1_010_000 }])).toEqual([]);
});

test("what is no trace has no keystrokes", () => {
  expect(keystrokesIn([null, 7, {}, { name: "EventTiming", ph: "b" }])).toEqual([]);
});
