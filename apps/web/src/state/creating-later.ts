/** Has the server create what was started without it, as soon as it can be reached and takes it. */

import { changeTitle, createDocument } from "../connection/api.ts";
import type { Connection } from "../connection/open.ts";
import { waitInWords } from "../words/wait-in-words.ts";
import { rest } from "../words/words.ts";
import { deviceSecret } from "./device-secret.ts";
import { dropFirstText, firstText } from "./first-texts.ts";
import { ownerKey } from "./owner-keys.ts";
import { dropPending, pendingDocument } from "./pending-documents.ts";

/** Between two tries while the server is away, in milliseconds; sooner when the device says that it is online. */
const awayMs = 5_000;

/** Between two tries where the server does not say when. */
const refusedMs = 60_000;

/**
 * Resolves when the document `id` is there. `tell` hears why the server does not create it, in words for the person; ""
 * when there is nothing to say any more.
 */
export async function createLater(id: string, tell: (why: string) => void): Promise<void> {
  for (;;) {
    const pending = pendingDocument(id);
    const key = ownerKey(id);
    // Another tab was first.
    if (pending === null || key === null) break;
    const made = { id, ownerKey: key };
    const outcome = await createDocument(
      { title: pending.title, text: "", lineEnds: pending.lineEnds },
      { key: null, device: deviceSecret() },
      made,
    );
    // That another's is there, the socket will say.
    if (outcome.ok || outcome.status === 409) {
      const title = pendingDocument(id)?.title ?? pending.title;
      dropPending(id);
      // What it was called while it was being created.
      if (title === pending.title) break;
      const renamed = await changeTitle(id, title, { key, device: deviceSecret() });
      if (renamed.ok) break;
      tell(renamed.message);
      return;
    }
    tell(outcome.status === null ? "" : whyNot(outcome));
    const askedMs = (outcome.retryAfterSeconds ?? 0) * 1_000;
    await waitOrOnline(outcome.status === null ? awayMs : Math.max(askedMs, refusedMs), outcome.status === null);
  }
  tell("");
}

function whyNot({
  status,
  message,
  retryAfterSeconds,
}: {
  status: number | null;
  message: string;
  retryAfterSeconds: number | null;
}): string {
  const { tooManyCreated, notCreated } = rest().offline;
  return status === 429 ? tooManyCreated(waitInWords(retryAfterSeconds)) : notCreated(message);
}

/**
 * Puts the text with which the document was started into it, when the copy of this device is open and has none. Where
 * there is no such copy, it stays what the next opening begins with.
 */
export async function bringFirstText(id: string, { text, isLoaded, copy }: Connection): Promise<void> {
  const first = await firstText(id);
  const loaded = Promise.withResolvers<void>();
  const stop = isLoaded.subscribe((isLoaded) => {
    if (isLoaded) loaded.resolve();
  });
  await loaded.promise;
  stop();
  if (text.length === 0) text.insert(0, first);
  if (copy.peek() !== "failed") await dropFirstText(id);
}

/** `untilOnline`: no longer than until the device says that it is online. */
function waitOrOnline(ms: number, untilOnline: boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (untilOnline) window.addEventListener("online", done);
  });
}
