/** The save state, derived from what is known and from nothing else. */

import type { SaveState } from "./connection.ts";

/** The facts that decide the save state. */
export interface Facts {
  /** `open` means: connected, and both sides have told each other what they had. */
  readonly link: "open" | "trying" | "waiting" | "ended";
  /** Whether this device keeps the text too. `none`: it was not asked to. */
  readonly device: "none" | "opening" | "keeping" | "failed";
  /** Frames with edits that the server has not acknowledged, and edits not sent yet. */
  readonly hasUnstoredEdits: boolean;
  /** Whether there are edits which one may not send. */
  readonly isWithholding: boolean;
  /** Whether the server says that its storage fails. */
  readonly isServerStorageFailing: boolean;
  /** Why one may not write; null while one may. */
  readonly obstacle: "not-allowed" | "locked" | null;
}

/** What the page says. `saved` only while every edit made here is in the server's storage. */
export function saveStateOf(facts: Facts): SaveState {
  const isUnstored = facts.hasUnstoredEdits || facts.isWithholding;
  switch (facts.link) {
    case "open":
      if (facts.obstacle !== null) {
        return isUnstored ? { kind: "not-saved", reason: facts.obstacle } : { kind: "read-only" };
      }
      if (facts.isServerStorageFailing && isUnstored) return { kind: "not-saved", reason: "server-storage" };
      return isUnstored ? { kind: "saving" } : { kind: "saved" };
    case "trying":
      return { kind: "reconnecting" };
    case "waiting":
      if (facts.device === "keeping") return { kind: "offline" };
      if (facts.device === "failed" && isUnstored) return { kind: "not-saved", reason: "device-storage" };
      return { kind: "reconnecting" };
    case "ended":
      return isUnstored ? { kind: "not-saved", reason: "refused" } : { kind: "read-only" };
  }
}
