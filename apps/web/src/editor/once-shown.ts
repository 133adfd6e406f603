/** When what is not needed for the first text is loaded: after the frame that shows it, and again when one is online. */

/**
 * Gives `use` what `load` loads, once the next frame is drawn. When that fails, for want of a connection, it is tried
 * again whenever the browser says that there is one. What is returned stops that.
 */
export function onceShown<Loaded>(load: () => Promise<Loaded>, use: (loaded: Loaded) => void): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  const attempt = (): void => {
    const later = (): void => addEventListener("online", attempt, { once: true, signal });
    void load().then((loaded) => {
      if (!signal.aborted) use(loaded);
    }, later);
  };
  const frame = requestAnimationFrame(() => setTimeout(attempt));
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  return () => stopped.abort();
}
