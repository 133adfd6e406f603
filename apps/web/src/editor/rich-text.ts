/** Rich text as Markdown, made by a worker in a limited time; what is more is said. Loaded on demand. */

import { toast } from "../state/toasts.ts";
import { rest } from "../words/words.ts";
import address from "./rich-text-worker.ts?worker&url";
import { newWorker } from "./trusted-worker.ts";

/** How long it may take, in milliseconds, with the time that the worker takes to come. */
const patienceMs = 5_000;

export type RichTextAnswer =
  /** Null: it says nothing that its plain text does not. */
  { readonly kind: "made"; readonly markdown: string | null } | { readonly kind: "failed"; readonly reason: string };

/** The Markdown of `html`; null when its plain text is to be taken, which is said where it is for being too much. */
export async function markdownInTime(html: string): Promise<string | null> {
  const worker = newWorker("rich-text-worker", address);
  const answer = await new Promise<RichTextAnswer>((resolve) => {
    const fail = (reason: string): void => resolve({ kind: "failed", reason });
    setTimeout(() => fail("it takes too long"), patienceMs);
    worker.addEventListener("message", ({ data }: MessageEvent<RichTextAnswer>) => resolve(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      fail(event.message);
    });
    worker.postMessage(html);
  });
  worker.terminate();
  if (answer.kind === "made") return answer.markdown;
  console.warn("rich text was pasted as plain text:", answer.reason);
  tellPlain();
  return null;
}

/** Says that plain text was pasted in the place of rich text. */
export function tellPlain(): void {
  toast(rest().editing.pastedPlain);
}
