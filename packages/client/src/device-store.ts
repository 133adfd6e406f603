/** The copy of the document on this device (IndexedDB): opened, made anew when it is lost, cleared. */

import type { Standing } from "@samepage/protocol";
import type * as Y from "yjs";
import { databaseOf, deleteCopy } from "./copies.ts";
import { type OpenCopy, openCopy } from "./open-copy.ts";

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

/** After so long, in milliseconds, a copy is tried to be made again, when the browser is done with the old one; then after twice as long each time. */
const firstTryMs = 1_000;
const longestTryMs = 60_000;

export interface DeviceListener {
  /** Called once, with whether it works and with what was noted. */
  opened(isKeeping: boolean, notes: Notes): void;
  /** A later write failed, or the browser has thrown the copy away: what follows a lost update is of no use. */
  failed(): void;
  /** There is a whole copy again. */
  recovered(): void;
}

/**
 * Loads the device's copy into `doc` and keeps it up to date. When the browser throws it away while the text is still
 * here, or a write fails as for want of room, a new one is made as soon as that works. One that somebody has deleted
 * from another tab is not.
 */
export function keepOnDevice(documentId: string, doc: Y.Doc, listener: DeviceListener): DeviceStore {
  if (typeof indexedDB === "undefined") {
    listener.opened(false, noNotes);
    return { note: () => undefined, clear: async () => true, close: () => undefined };
  }
  const name = databaseOf(documentId);
  let phase: "opening" | "keeping" | "lost" | "over" = "opening";
  let isDeletedElsewhere = false;
  let kept: Notes = noNotes;
  let waitMs = firstTryMs;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let copy = open();

  function open(): OpenCopy {
    return openCopy(name, doc, {
      opened: (notes) => {
        if (phase === "opening") {
          phase = "keeping";
          kept = notes;
          listener.opened(true, notes);
        } else if (phase === "lost") {
          phase = "keeping";
          copy.note(kept);
          listener.recovered();
        }
      },
      failed: (isDeleted) => {
        isDeletedElsewhere ||= isDeleted;
        const before = phase;
        if (before === "over") return;
        // Before it says so: a copy that came later would bring what nobody checked the epoch of.
        void copy.close();
        phase = before === "opening" || isDeleted ? "over" : "lost";
        if (phase === "lost") {
          retry = setTimeout(() => {
            copy = open();
          }, waitMs);
          waitMs = Math.min(longestTryMs, waitMs * 2);
        }
        if (before === "opening") listener.opened(false, noNotes);
        else if (before === "keeping") listener.failed();
      },
    });
  }

  const stop = async (): Promise<void> => {
    phase = "over";
    clearTimeout(retry);
    await copy.close();
  };

  return {
    note(notes) {
      kept = { ...kept, ...notes };
      if (phase === "keeping") copy.note(notes);
    },
    async clear() {
      await stop();
      // What stands under the name after that is the other tab's.
      return isDeletedElsewhere || deleteCopy(documentId);
    },
    close: () => void stop(),
  };
}
