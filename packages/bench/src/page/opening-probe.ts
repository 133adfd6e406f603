/** What runs in the page before all else, and notes when somebody sees the text, and the first letter that they type. */

/** Milliseconds since the navigation began. */
export interface Opening {
  readonly firstTextMs: number;
  readonly firstKeystrokeMs: number;
}

declare global {
  /** Resolves once the page is open. Set by `watchOpening`. */
  var opening: Promise<Opening> | undefined;
  /** Presses the key of the letter that the page waits for. Given by whoever drives the page. */
  var pressFirstKey: (() => Promise<void>) | undefined;
}

/**
 * Is put into the page, so it must stand by itself. A time is that of the task after the frame which shows the thing.
 * `letter` must not stand in the text's beginning.
 */
export function watchOpening({ hasText, letter }: { readonly hasText: boolean; readonly letter: string }): void {
  const box = (): HTMLElement | null => document.querySelector<HTMLElement>('[role="textbox"][aria-label="Text"]');
  /** Resolves with the time after the frame that shows what is so for the first time. */
  const shown = (isSo: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isSo()) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true });
    });

  const open = async (): Promise<Opening> => {
    const firstTextMs = await shown(() => {
      const content = box()?.textContent ?? null;
      return content !== null && (!hasText || content.trim() !== "");
    });
    const letterShown = shown(() => box()?.textContent?.slice(0, 2_000).includes(letter) ?? false);
    // What a click would do; an empty document's text has the focus already.
    box()?.focus();
    await globalThis.pressFirstKey?.();
    return { firstTextMs, firstKeystrokeMs: await letterShown };
  };
  globalThis.opening = open();
}
