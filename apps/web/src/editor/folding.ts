/** Folding: what can be folded has a button beside the line, in the room of the line numbers. */

import { codeFolding, foldGutter, foldKeymap } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { rest } from "../words/words.ts";

const strokes = { open: "m4 6 4 4 4-4", folded: "m6 4 4 4-4 4" } as const;

function marker(isOpen: boolean): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  // The keys fold, too; a tab stop at each line would be in the way.
  button.tabIndex = -1;
  button.className = isOpen ? "" : "is-folded";
  button.setAttribute("aria-label", isOpen ? rest().editing.fold : rest().editing.unfold);
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 16 16", width: "12", height: "12", fill: "none" }))
    picture.setAttribute(name, value);
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", isOpen ? strokes.open : strokes.folded);
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", "1.8");
  picture.append(path);
  button.append(picture);
  return button;
}

export const folding: Extension = [codeFolding(), foldGutter({ markerDOM: marker }), keymap.of(foldKeymap)];
