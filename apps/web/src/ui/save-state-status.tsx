/**
 * The save state: one of its words, always true. Screen readers hear its changes from the announcer, which waits until
 * one lasts; from here only until that is there.
 */

import type { ReadonlySignal } from "@preact/signals-core";
import type { SaveState } from "@samepage/client";
import { isSaveStateSaid } from "../state/announcing.ts";
import { preferences } from "../state/preferences.ts";
import { saveStateWords } from "../state/save-state-words.ts";
import { words as interfaceWords } from "../words/words.ts";
import { CheckIcon, LockIcon, OfflineIcon, UnderWayIcon, WarningIcon } from "./icons.tsx";

const icons = {
  saved: CheckIcon,
  "read-only": LockIcon,
  saving: UnderWayIcon,
  reconnecting: UnderWayIcon,
  offline: OfflineIcon,
  "not-saved": WarningIcon,
} as const satisfies Record<SaveState["kind"], unknown>;

export function SaveStateStatus({ state }: { state: ReadonlySignal<SaveState> }) {
  const { kind } = state.value;
  const Icon = icons[kind];
  const words = saveStateWords(state.value);
  const isSilent = isSaveStateSaid.value || !preferences.announceSaveState.value;
  return (
    <div class={`state state-${kind}`} title={words}>
      <Icon />
      <span role="status" aria-label={interfaceWords().saveState.name} aria-live={isSilent ? "off" : "polite"}>
        {words}
      </span>
    </div>
  );
}
