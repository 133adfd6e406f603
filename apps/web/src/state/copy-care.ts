/**
 * Looks after this device's copy of an open document: has the browser keep it, and says when it is lost, or was while
 * it held what the server does not have. Writes nothing into it.
 */

import { effect } from "@preact/signals-core";
import type { Connection } from "../connection/open.ts";
import { formatLocale, rest } from "../words/words.ts";
import { askForPermanence, warnOfSpace } from "./device-space.ts";
import { toast } from "./toasts.ts";
import { dropUnsent, noteUnsent, unsentSince } from "./unsent-words.ts";

/** What the server takes within that time, in milliseconds, need not be noted as unsent. */
const unsentAfterMs = 1_000;

/** `tell` shows what must not be missed. What is returned stops it. */
export function careForCopy(connection: Connection, tell: (words: string) => void): () => void {
  const { documentId: id, doc, copy, hasUnsent, saveState } = connection;
  const leftUnsentAt = unsentSince(id);
  let isAsked = false;
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const noteNow = (): void => {
    if (hasUnsent.peek()) noteUnsent(id, Date.now());
  };
  const firstEdit = (_update: Uint8Array, _origin: unknown, _doc: unknown, { local }: { local: boolean }): void => {
    if (!local || isAsked) return;
    isAsked = true;
    askForPermanence().then(() => warnOfSpace(Date.now()), reportError);
  };
  doc.on("update", firstEdit);
  window.addEventListener("pagehide", noteNow);
  const stops = [
    effect(() => {
      clearTimeout(timer);
      if (hasUnsent.value) timer = setTimeout(noteNow, unsentAfterMs);
      else if (saveState.value.kind === "saved") dropUnsent(id);
    }),
    effect(() => {
      if (copy.value !== "new" || leftUnsentAt === null || isTold) return;
      isTold = true;
      const when = new Intl.DateTimeFormat(formatLocale(), { dateStyle: "long", timeStyle: "short" }).format(
        leftUnsentAt,
      );
      tell(rest().offline.copyLost(when));
      dropUnsent(id);
    }),
    followLoss(connection),
  ];
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    doc.off("update", firstEdit);
    window.removeEventListener("pagehide", noteNow);
  };
}

/** Says when this device cannot keep the copy any more, and when it can again. */
function followLoss({ copy }: Connection): () => void {
  let wasKept = false;
  let takeAway: (() => void) | null = null;
  return effect(() => {
    const { value } = copy;
    if (value === "keeping" || value === "new") {
      takeAway?.();
      takeAway = null;
      wasKept = true;
    } else if (value === "failed" && wasKept && takeAway === null) {
      takeAway = toast(rest().offline.copyFailed);
    }
  });
}
