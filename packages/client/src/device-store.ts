/** The copy of the document on this device (IndexedDB, through y-indexeddb): opened, watched for failures, cleared. */

import { decodeAnnouncement, encodeAnnouncement, type Standing } from "@samepage/protocol";
import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import { databaseOf } from "./database-of.ts";
import { standingOf } from "./standing.ts";

/** How long to wait for the device before going on without it: a database that another tab blocks may never open. */
const openWithinMs = 3_000;

/** How long deleting the copy may take: another tab that does not let go of it blocks that. */
const deleteWithinMs = 3_000;

/** What is kept beside the text; null for what was not. */
export interface Notes {
  /** Which life of the document the copy is of. */
  readonly epoch: string | null;
  /** What one might do when one was last told. */
  readonly standing: Standing | null;
  /** A state vector: what the server was last known to have stored. */
  readonly stored: Uint8Array | null;
  /** Whether one was shut out of the document while it was open: the copy is not to be shown before one is let in. */
  readonly isShutOut: boolean;
}

export const noNotes: Notes = { epoch: null, standing: null, stored: null, isShutOut: false };

export interface DeviceStore {
  /** Keeps these beside the text; the others stay as they were. */
  note(notes: Partial<Notes>): void;
  /** Deletes the copy and keeps nothing more; false when the device refuses. Never throws. */
  clear(): Promise<boolean>;
  close(): void;
}

/**
 * Loads the device's copy into `doc` and keeps it up to date. `opened` is called once, with whether it works and with
 * what was noted; `failed` at most once, when a later write fails (no space left, the user or another tab
 * deleted the copy, …): then nothing more is written, because what follows a lost update is of no use.
 */
export function keepOnDevice(
  documentId: string,
  doc: Y.Doc,
  listener: { opened(isKeeping: boolean, notes: Notes): void; failed(): void },
): DeviceStore {
  if (typeof indexedDB === "undefined") {
    listener.opened(false, noNotes);
    return { note: () => undefined, clear: async () => true, close: () => undefined };
  }
  const name = databaseOf(documentId);
  const persistence = new IndexeddbPersistence(name, doc);
  let phase: "opening" | "keeping" | "over" = "opening";
  let isDeletedElsewhere = false;

  // y-indexeddb's own listener would throw into whoever edits the text once the database is closed.
  doc.off("update", persistence._storeUpdate);
  const store = (update: Uint8Array, origin: unknown): void => {
    try {
      persistence._storeUpdate(update, origin);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      fail();
    }
  };
  doc.on("update", store);

  const stop = async (): Promise<void> => {
    clearTimeout(deadline);
    doc.off("update", store);
    phase = "over";
    await persistence.destroy().catch(() => undefined); // A database that was never opened cannot be closed either.
  };
  const fail = (): void => {
    const before = phase;
    if (before === "over") return;
    // Before it says so: a copy that came later would bring what nobody checked the epoch of.
    void stop();
    if (before === "opening") listener.opened(false, noNotes);
    else listener.failed();
  };
  const deadline = setTimeout(fail, openWithinMs);

  const keys = ["epoch", "standing", "stored", "isShutOut"] as const satisfies readonly (keyof Notes)[];
  const read = Promise.all(keys.map((key) => persistence.get(key)));
  Promise.all([read, persistence.whenSynced]).then(([[epoch, standing, stored, isShutOut]]) => {
    if (phase !== "opening") return;
    clearTimeout(deadline);
    phase = "keeping";
    // y-indexeddb does not look at the outcome of its writes; a failed request or transaction bubbles up to here.
    for (const event of ["error", "abort", "close"]) persistence.db?.addEventListener(event, fail);
    persistence.db?.addEventListener("versionchange", () => {
      isDeletedElsewhere = true;
      fail();
    });
    listener.opened(true, {
      epoch: typeof epoch === "string" ? epoch : null,
      standing: typeof standing === "string" ? standingIn(standing) : null,
      stored: stored instanceof ArrayBuffer ? new Uint8Array(stored) : null,
      isShutOut: isShutOut === 1,
    });
  }, fail);

  return {
    note({ epoch, standing, stored, isShutOut }) {
      if (phase !== "keeping") return;
      const keep = (key: keyof Notes, value: string | number | ArrayBuffer): void =>
        void persistence.set(key, value).catch(fail);
      if (typeof epoch === "string") keep("epoch", epoch);
      if (standing !== undefined)
        keep("standing", standing === null ? "" : encodeAnnouncement({ kind: "role", ...standing }));
      if (stored instanceof Uint8Array) keep("stored", stored.slice().buffer);
      if (isShutOut !== undefined) keep("isShutOut", Number(isShutOut));
    },
    async clear() {
      await stop();
      // What stands under the name after that is the other tab's.
      return isDeletedElsewhere || deleteDatabase(name);
    },
    close: () => void stop(),
  };
}

function standingIn(json: string): Standing | null {
  const announcement = decodeAnnouncement(json);
  if (announcement?.kind !== "role") return null;
  return standingOf(announcement);
}

function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener("success", () => resolve(true));
    request.addEventListener("error", () => resolve(false));
    setTimeout(() => resolve(false), deleteWithinMs);
  });
}
