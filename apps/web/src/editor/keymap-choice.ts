/** The keys that a person chose: those of Vim and Emacs are loaded when they are chosen. */

import { Compartment, type Extension, Prec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { effect } from "@preact/signals-core";
import { preferences } from "../state/preferences.ts";

const chosen = new Compartment();

const loads = {
  default: async (): Promise<Extension> => [],
  vim: async () => (await import("./vim.ts")).vimKeys(),
  emacs: async () => (await import("./emacs.ts")).emacsKeys(),
} as const;

/** Where they go; before all other keys. */
export const keymapPlace: Extension = Prec.highest(chosen.of([]));

/** Has `view` follow the choice; what is returned stops that. A choice that cannot be loaded is as if it was not made. */
export function followKeymap(view: EditorView): () => void {
  let current: keyof typeof loads = "default";
  return effect(() => {
    const wanted = preferences.keymap.value;
    if (wanted === current) return;
    current = wanted;
    loads[wanted]().then(
      (keys) => {
        if (preferences.keymap.peek() === wanted) view.dispatch({ effects: chosen.reconfigure(keys) });
      },
      () => {
        current = "default";
      },
    );
  });
}
