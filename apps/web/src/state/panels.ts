/** What stands beside the text, as this device was last left. */

import { computed, type ReadonlySignal, signal } from "@preact/signals-core";
import { readStored, writeStored } from "./stored.ts";

const panels = ["preview", "outline"] as const;
export type Panel = (typeof panels)[number];

const key = "samepage:panel";

const chosen = signal<Panel | null | undefined>(undefined);

/** Where a panel covers the text: it is not there before one asks for it. */
const narrow = "(max-width: 720px)";

/** The open panel; null when there is none. */
export const panel: ReadonlySignal<Panel | null> = computed(() => {
  if (chosen.value !== undefined) return chosen.value;
  if (matchMedia(narrow).matches) return null;
  const stored = readStored(key);
  return panels.find((each) => each === stored) ?? null;
});

/** Opens `wanted` in the place of what is open, or closes it; null: closes whatever is open. */
export function togglePanel(wanted: Panel | null): void {
  chosen.value = wanted === panel.peek() ? null : wanted;
  writeStored(key, chosen.peek());
}

/** Whether the preview takes the text's place, where there is room for both. */
export const isPreviewAlone = signal(false);
