/** The save state in the words of the page: exactly one of these stands there at any time. */

import type { SaveState } from "@samepage/client";
import { words } from "../words/words.ts";

/** What the page says of `state`. */
export function saveStateWords(state: SaveState): string {
  const { saveState } = words();
  return state.kind === "not-saved" ? saveState.notSaved(saveState.reasons[state.reason]) : saveState[state.kind];
}
