/** The copy of the document on this device (IndexedDB, through y-indexeddb): opened, watched for failures, cleared. */

import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** How long to wait for the device before going on without it: a database that another tab blocks may never open. */
const openWithinMs = 3_000;

/** How long deleting the copy may take: another tab that does not let go of it blocks that. */
const deleteWithinMs = 3_000;

/** Where the epoch is kept beside the updates. */
const epochKey = "epoch";

export interface DeviceStore {
  /** Keeps which life of the document the copy is of. */
  keepEpoch(epoch: string): void;
  /** Deletes the copy and keeps nothing more; false when the device refuses. Never throws. */
  clear(): Promise<boolean>;
  close(): void;
}

/**
 * Loads the device's copy into `doc` and keeps it up to date. `opened` is called once, with whether it works and with
 * the epoch that was kept; `failed` at most once, when a later write fails (no space left, the user or another tab
 * deleted the copy, …): then nothing more is written, because what follows a lost update is of no use.
 */
export function keepOnDevice(
  documentId: string,
  doc: Y.Doc,
  listener: { opened(isKeeping: boolean, epoch: string | null): void; failed(): void },
): DeviceStore {
  if (typeof indexedDB === "undefined") {
    listener.opened(false, null);
    return { keepEpoch: () => undefined, clear: async () => true, close: () => undefined };
  }
  const name = `samepage:${documentId}`;
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
    if (before === "opening") listener.opened(false, null);
    else listener.failed();
  };
  const deadline = setTimeout(fail, openWithinMs);

  Promise.all([persistence.get(epochKey), persistence.whenSynced]).then(([epoch]) => {
    if (phase !== "opening") return;
    clearTimeout(deadline);
    phase = "keeping";
    // y-indexeddb does not look at the outcome of its writes; a failed request or transaction bubbles up to here.
    for (const event of ["error", "abort", "close"]) persistence.db?.addEventListener(event, fail);
    persistence.db?.addEventListener("versionchange", () => {
      isDeletedElsewhere = true;
      fail();
    });
    listener.opened(true, typeof epoch === "string" ? epoch : null);
  }, fail);

  return {
    keepEpoch(epoch) {
      if (phase === "keeping") persistence.set(epochKey, epoch).catch(fail);
    },
    async clear() {
      await stop();
      // What stands under the name after that is the other tab's.
      return isDeletedElsewhere || deleteDatabase(name);
    },
    close: () => void stop(),
  };
}

function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener("success", () => resolve(true));
    request.addEventListener("error", () => resolve(false));
    setTimeout(() => resolve(false), deleteWithinMs);
  });
}
