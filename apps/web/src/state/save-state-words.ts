/** The save state in the words of the page: exactly one of these stands there at any time. */

import type { SaveState } from "@samepage/client";

const reasons = {
  refused: "the server did not take it",
  "server-storage": "the server's storage fails, trying again",
  "device-storage": "no connection, and this device keeps no copy",
  "not-allowed": "you may not write here",
  locked: "the document is locked",
} as const;

/** What the page says of `state`. */
export function saveStateWords(state: SaveState): string {
  switch (state.kind) {
    case "saved":
      return "Saved";
    case "saving":
      return "Saving…";
    case "offline":
      return "Offline, kept on this device";
    case "read-only":
      return "Read only";
    case "reconnecting":
      return "Reconnecting…";
    case "not-saved":
      return `Not saved: ${reasons[state.reason]}`;
  }
}
