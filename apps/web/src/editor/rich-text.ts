/** Rich text as Markdown, made by a worker in a limited time; what is more is said. Loaded on demand. */

import { toast } from "../state/toasts.ts";
import { rest, words } from "../words/words.ts";
import address from "./rich-text-worker.ts?worker&url";
import { newWorker } from "./trusted-worker.ts";

/** How long it may take, in milliseconds, from when the worker is there. */
const patienceMs = 5_000;

type Outcome =
  /** Null: it says nothing that its plain text does not. */
  | { readonly kind: "made"; readonly markdown: string | null }
  | { readonly kind: "failed"; readonly reason: string }
  /** The worker could not be loaded. */
  | { readonly kind: "missing" };

/** What the worker says: first that it is there. */
export type RichTextAnswer = { readonly kind: "ready" } | Exclude<Outcome, { kind: "missing" }>;

/**
 * The Markdown of `html`; null when its plain text is to be taken, which is said where it is for being too much, and
 * where the worker cannot be loaded.
 */
export async function markdownInTime(html: string): Promise<string | null> {
  const worker = newWorker("rich-text-worker", address);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outcome = await new Promise<Outcome>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<RichTextAnswer>) => {
      if (data.kind !== "ready") {
        resolve(data);
        return;
      }
      timer = setTimeout(() => resolve({ kind: "failed", reason: "it takes too long" }), patienceMs);
      worker.postMessage(html);
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      resolve({ kind: "missing" });
    });
  });
  clearTimeout(timer);
  worker.terminate();
  if (outcome.kind === "made") return outcome.markdown;
  if (outcome.kind === "failed") {
    console.warn("rich text was pasted as plain text:", outcome.reason);
    tellPlain();
  } else {
    toast(words().app.partMissing);
  }
  return null;
}

/** Says that plain text was pasted in the place of rich text. */
export function tellPlain(): void {
  toast(rest().editing.pastedPlain);
}
