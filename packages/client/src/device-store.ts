/** The copy of the document on this device (IndexedDB, through y-indexeddb): opened, watched for failures, cleared. */

import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** How long to wait for the device before going on without it: a database that another tab blocks may never open. */
const openWithinMs = 3_000;

export interface DeviceStore {
  /** Deletes the copy. */
  clear(): Promise<void>;
  close(): void;
}

/**
 * Loads the device's copy into `doc` and keeps it up to date. `opened` is called once, with whether it works;
 * `failed` whenever a later write fails (no space left, the user cleared the site's data, …).
 */
export function keepOnDevice(
  documentId: string,
  doc: Y.Doc,
  listener: { opened(isKeeping: boolean): void; failed(): void },
): DeviceStore {
  if (typeof indexedDB === "undefined") {
    listener.opened(false);
    return { clear: async () => undefined, close: () => undefined };
  }
  const persistence = new IndexeddbPersistence(`samepage:${documentId}`, doc);
  let hasOpened = false;
  const settle = (isKeeping: boolean): void => {
    if (hasOpened) return;
    hasOpened = true;
    clearTimeout(deadline);
    listener.opened(isKeeping);
  };
  const deadline = setTimeout(() => settle(false), openWithinMs);
  persistence.once("synced", () => {
    // y-indexeddb does not look at the outcome of its writes; a failed request or transaction bubbles up to here.
    persistence.db?.addEventListener("error", () => listener.failed());
    persistence.db?.addEventListener("abort", () => listener.failed());
    persistence.db?.addEventListener("close", () => listener.failed());
    settle(true);
  });
  return {
    clear: () => persistence.clearData(),
    close: () => {
      clearTimeout(deadline);
      void persistence.destroy();
    },
  };
}
