/**
 * What the server put into a document's page: a bar, and the beginning of the text, which is seen until the editor is
 * there. Nothing where the page came from the device.
 */

const shown = document.querySelector<HTMLElement>(".first-paint");

/** Whether there is any of the text to be seen. */
export const hasFirstText = shown?.querySelector(".first-text:not(:empty)") != null;

/** What is to be seen of it: the title that somebody gave, and the beginning of the text; "" where there is none. */
export function firstWords(): { title: string; text: string } {
  const said = (part: string): string => (shown?.isConnected && shown.querySelector(part)?.textContent) || "";
  return { title: said(".first-title:not(.first-fallback)"), text: said(".first-text") };
}

/**
 * Resolves when it has been painted: what runs before that, one waits for before one sees anything. At once in a page
 * that is not looked at, where nothing is painted.
 */
export function firstPaint(): Promise<void> {
  if (shown === null || document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    document.addEventListener("visibilitychange", () => resolve(), { once: true });
  });
}

/** Leaves only the text of it to be seen, under what is drawn from now on, until what is returned is called. */
export function keepFirstText(): () => void {
  if (shown !== null) shown.inert = true;
  return dropFirstPaint;
}

export function dropFirstPaint(): void {
  shown?.remove();
}
