/** Notes, in the page, each task that keeps it from answering for more than 50 ms. */

declare global {
  /** Ends the watching and gives how long each long task was, in milliseconds. Set by `watchLongTasks`. */
  var endLongTasks: (() => readonly number[]) | undefined;
}

/** Is put into the page, so it must stand by itself. Watches from now on. */
export function watchLongTasks(): void {
  const longTasksMs: number[] = [];
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longTasksMs.push(duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "longtask" });
  globalThis.endLongTasks = () => {
    note(observer.takeRecords());
    observer.disconnect();
    return longTasksMs;
  };
}
