/**
 * How long each keystroke takes until it is painted, read from Chromium's trace. What a page could clock itself is
 * coarse: Event Timing comes in steps of 8 ms, and tasks of the page are held back while somebody types. What the
 * compositor and a display add is left out: without a window, Chromium skips frames of its own accord.
 */

import type { BrowserContext, Page } from "@playwright/test";

/** Milliseconds since the key's event, as the browser stamped it. */
export interface PaintedKeystroke {
  /** Until the page had taken the letter in. */
  readonly takenInMs: number;
  /** Until the frame that shows it was painted. */
  readonly paintedMs: number;
  /** The same without the wait for that frame to begin: for the display's beat, and for other tasks of the page. */
  readonly workMs: number;
}

/** Records what the page does from now on, and gives the keystrokes when it is called. */
export async function recordKeystrokes(
  browser: BrowserContext,
  page: Page,
): Promise<() => Promise<readonly PaintedKeystroke[]>> {
  const devtools = await browser.newCDPSession(page);
  const events: unknown[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const traceConfig = { includedCategories: ["devtools.timeline"], excludedCategories: ["*"] };
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  return async () => {
    const complete = new Promise<void>((resolve) => devtools.once("Tracing.tracingComplete", () => resolve()));
    await devtools.send("Tracing.end");
    await complete;
    await devtools.detach();
    return keystrokesIn(events);
  };
}

/**
 * The keystrokes in one page's trace that put in a character. One whose frame the trace does not hold to its end, as the
 * last one's, is left out.
 */
export function keystrokesIn(trace: readonly unknown[]): readonly PaintedKeystroke[] {
  const events = trace.map(readEvent).sort((one, other) => one.ms - other.ms);
  const named = (name: string, phase: string): readonly Event[] =>
    events.filter((event) => event.name === name && event.phase === phase);
  const frames = named("AnimationFrame::Render", "b");
  // The last step of painting.
  const layerings = named("Layerize", "X");
  return named("EventTiming", "b").flatMap(({ args, ms: stamped }) => {
    const data = field(args, "data");
    if (field(data, "type") !== "keypress") return [];
    const takenInMs = Number(field(data, "processingEnd")) - Number(field(data, "timeStamp"));
    const frame = frames.find(({ ms }) => ms >= stamped + takenInMs);
    const layering = layerings.find(({ ms }) => frame !== undefined && ms >= frame.ms);
    if (frame === undefined || layering === undefined) return [];
    const paintedMs = layering.ms + layering.durationMs - stamped;
    return [{ takenInMs, paintedMs, workMs: takenInMs + stamped + paintedMs - frame.ms }];
  });
}

interface Event {
  readonly name: unknown;
  readonly phase: unknown;
  readonly ms: number;
  /** 0 of what has no duration. */
  readonly durationMs: number;
  readonly args: unknown;
}

function readEvent(event: unknown): Event {
  const milliseconds = (name: string): number => Number(field(event, name) ?? 0) / 1_000;
  return {
    name: field(event, "name"),
    phase: field(event, "ph"),
    ms: milliseconds("ts"),
    durationMs: milliseconds("dur"),
    args: field(event, "args"),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
