/** What notes, in the page, how long each keystroke takes until it is painted, and which tasks are long. */

/** Times in milliseconds since the key's event, as the browser stamped it. */
interface Keystroke {
  /** Until the script had taken the letter into the text. */
  readonly takenInMs: number;
  /** Until the next frame began, which waits for the display's beat when there has just been one. */
  readonly frameMs: number;
  /** Until that frame, which shows the letter, was painted. */
  readonly paintedMs: number;
  /** Until it was on the screen, as Event Timing tells it, in steps of 8 ms; null where it says nothing, below 16 ms. */
  readonly onScreenMs: number | null;
}

export interface TypingLog {
  readonly keystrokes: readonly Keystroke[];
  /** How long each task above 50 ms was. */
  readonly longTasksMs: readonly number[];
}

declare global {
  /** Ends the watching and gives what was seen. Set by `watchTyping`. */
  var endTypingLog: (() => TypingLog) | undefined;
}

/** Is put into the page, so it must stand by itself. Watches from now on. */
export function watchTyping(): void {
  const painted: (Omit<Keystroke, "onScreenMs"> & { readonly pressedAt: number })[] = [];
  const onScreenMs = new Map<number, number>();
  const longTasksMs: number[] = [];
  let pressedAt = Number.NaN;

  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      pressedAt = timeStamp;
    },
    { capture: true },
  );
  addEventListener("input", () => {
    const since = pressedAt;
    // The editor's observer has heard of the change before, and takes it in right after this event.
    let takenInMs = Number.NaN;
    queueMicrotask(() => {
      takenInMs = performance.now() - since;
    });
    requestAnimationFrame(() => {
      const frameMs = performance.now() - since;
      // The next task after the frame: one of lesser urgency is held back while somebody types.
      const noteEnd = (): void => {
        painted.push({ pressedAt: since, takenInMs, frameMs, paintedMs: performance.now() - since });
      };
      void scheduler.postTask(noteEnd, { priority: "user-blocking" });
    });
  });
  const events = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntriesByName("keydown")) onScreenMs.set(startTime, duration);
  });
  const options: PerformanceObserverInit & { readonly durationThreshold: number } = {
    type: "event",
    durationThreshold: 16,
  };
  events.observe(options);
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasksMs.push(duration);
  });
  tasks.observe({ type: "longtask" });

  globalThis.endTypingLog = () => {
    events.disconnect();
    tasks.disconnect();
    const keystrokes = painted.map(({ pressedAt, ...times }) => ({
      ...times,
      onScreenMs: onScreenMs.get(pressedAt) ?? null,
    }));
    return { keystrokes, longTasksMs };
  };
}
