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
  /** Whether the server says that its storage fails. */
  readonly isServerStorageFailing: boolean;
}

/** What the page says. `saved` only while every edit made here is in the server's storage. */
export function saveStateOf(facts: Facts): SaveState {
  switch (facts.link) {
    case "open":
      if (facts.isServerStorageFailing && facts.hasUnstoredEdits)
        return { kind: "not-saved", reason: "server-storage" };
      return facts.hasUnstoredEdits ? { kind: "saving" } : { kind: "saved" };
    case "trying":
      return { kind: "reconnecting" };
    case "waiting":
      if (facts.device === "keeping") return { kind: "offline" };
      if (facts.device === "failed" && facts.hasUnstoredEdits) return { kind: "not-saved", reason: "device-storage" };
      return { kind: "reconnecting" };
    case "ended":
      return facts.hasUnstoredEdits ? { kind: "not-saved", reason: "refused" } : { kind: "read-only" };
  }
}
