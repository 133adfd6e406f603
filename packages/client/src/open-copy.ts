/** One open database with the copy of a document, through y-indexeddb, watched for failures. Makes no second one. */

import { decodeAnnouncement, encodeAnnouncement, type Standing } from "@samepage/protocol";
import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import type { Notes } from "./device-store.ts";
import { standingOf } from "./standing.ts";

/** How long to wait for the device before going on without it: a database that another tab blocks may never open. */
const openWithinMs = 3_000;

const keys = ["epoch", "standing", "stored", "isShutOut"] as const satisfies readonly (keyof Notes)[];

export interface OpenCopy {
  /** Keeps these beside the text; the others stay as they were. */
  note(notes: Partial<Notes>): void;
  /** The listener hears nothing more. */
  close(): Promise<void>;
}

/**
 * Loads the copy named `name` into `doc` and writes into it whatever is new in `doc`, its whole text first. `opened` is
 * called once that is done; `failed` at most once, before or after that, with whether another tab has deleted the copy.
 */
export function openCopy(
  name: string,
  doc: Y.Doc,
  listener: { opened(notes: Notes): void; failed(isDeletedElsewhere: boolean): void },
): OpenCopy {
  const persistence = new IndexeddbPersistence(name, doc);
  let isOver = false;

  // y-indexeddb's own listener would throw into whoever edits the text once the database is closed.
  doc.off("update", persistence._storeUpdate);
  const store = (update: Uint8Array, origin: unknown): void => {
    try {
      persistence._storeUpdate(update, origin);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      fail(false);
    }
  };
  doc.on("update", store);

  const close = async (): Promise<void> => {
    isOver = true;
    clearTimeout(deadline);
    doc.off("update", store);
    await persistence.destroy().catch(() => undefined); // A database that was never opened cannot be closed either.
  };
  const fail = (isDeletedElsewhere: boolean): void => {
    if (!isOver) listener.failed(isDeletedElsewhere);
  };
  const deadline = setTimeout(() => fail(false), openWithinMs);

  const read = Promise.all(keys.map((key) => persistence.get(key)));
  Promise.all([read, persistence.whenSynced]).then(
    ([[epoch, standing, stored, isShutOut]]) => {
      if (isOver) return;
      clearTimeout(deadline);
      // y-indexeddb does not look at the outcome of its writes; a failed request or transaction bubbles up to here.
      for (const event of ["error", "abort", "close"]) persistence.db?.addEventListener(event, () => fail(false));
      persistence.db?.addEventListener("versionchange", () => fail(true));
      listener.opened({
        epoch: typeof epoch === "string" ? epoch : null,
        standing: typeof standing === "string" ? standingIn(standing) : null,
        stored: stored instanceof ArrayBuffer ? new Uint8Array(stored) : null,
        isShutOut: isShutOut === 1,
      });
    },
    () => fail(false),
  );

  return {
    note({ epoch, standing, stored, isShutOut }) {
      const keep = (key: keyof Notes, value: string | number | ArrayBuffer): void =>
        void persistence.set(key, value).catch(() => fail(false));
      if (typeof epoch === "string") keep("epoch", epoch);
      if (standing !== undefined)
        keep("standing", standing === null ? "" : encodeAnnouncement({ kind: "role", ...standing }));
      if (stored instanceof Uint8Array) keep("stored", stored.slice().buffer);
      if (isShutOut !== undefined) keep("isShutOut", Number(isShutOut));
    },
    close,
  };
}

function standingIn(json: string): Standing | null {
  const announcement = decodeAnnouncement(json);
  if (announcement?.kind !== "role") return null;
  return standingOf(announcement);
}
