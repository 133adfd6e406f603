/**
 * What a document's page shows before its scripts run: the built HTML has an empty bar and text, which are filled in
 * here, or taken out of every other page. Writes what people wrote as text, never as HTML.
 */

import { html } from "hono/html";
import type { Beginning } from "./beginning.ts";

/**
 * `isDocument`: the page is a document's. Then `beginning` resolves to what is to be seen of it; to null where that is
 * not for whoever asks, who sees the bar alone. The browser has what stands before it in the page while one waits.
 */
export function withFirstPaint(
  rewriter: HTMLRewriter,
  isDocument: boolean,
  beginning: Promise<Beginning | null>,
): HTMLRewriter {
  // While one works on the app, styles come by script: until then, there would be the text without any.
  let hasStyles = false;
  return rewriter
    .on('link[rel="document-stylesheet"]', {
      element(): void {
        hasStyles = true;
      },
    })
    .on(".first-paint", {
      element(element): void {
        if (!isDocument || !hasStyles) element.remove();
      },
    })
    .on(".first-title", {
      async element(element): Promise<void> {
        const { title = "", fallback = "" } = (await beginning) ?? {};
        element.setInnerContent(title || fallback);
        if (title === "") element.setAttribute("class", `${element.getAttribute("class")} first-fallback`);
      },
    })
    .on(".first-text", {
      async element(element): Promise<void> {
        const lines = (await beginning)?.lines.map((line) => html`<i></i>${line}\n`);
        element.setInnerContent(String(await html`${lines ?? []}`), { html: true });
      },
    });
}
