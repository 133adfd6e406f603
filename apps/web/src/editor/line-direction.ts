/**
 * Each line runs the way its words do: one in Arabic from the right, also where the page runs from the left. One without
 * letters runs as the one before it, so that a bracket stays with its code, and one goes on in the same direction; where
 * there is none before it, as the one behind it. Code runs from the left, whatever is said in it.
 */

import type { Extension, Range, Text } from "@codemirror/state";
import { Decoration, type DecorationSet, Direction, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { directionOf } from "../state/text-direction.ts";

/** So much of a line tells its direction: a line may be as long as a document. */
const looksAt = 200;

/** So many lines before those that are shown, and behind one, are looked at for the direction in which they go on. */
const looksAroundLines = 50;

const turned = {
  ltr: Decoration.line({ class: "cm-turned", attributes: { dir: "ltr" } }),
  rtl: Decoration.line({ class: "cm-turned", attributes: { dir: "rtl" } }),
};

class LineDirections {
  decorations: DecorationSet;
  #page: Direction;

  constructor(view: EditorView) {
    this.#page = view.textDirection;
    this.decorations = this.#read(view);
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    if (!docChanged && !viewportChanged && this.#page === view.textDirection) return;
    this.#page = view.textDirection;
    this.decorations = this.#read(view);
  }

  /** Those that run against the page: in most texts, none. */
  #read({ state, visibleRanges }: EditorView): DecorationSet {
    const page = this.#page === Direction.RTL ? "rtl" : "ltr";
    const found: Range<Decoration>[] = [];
    for (const { from, to } of visibleRanges) {
      const first = state.doc.lineAt(from).number;
      let current = directionNear(state.doc, first - 1, -1) ?? directionNear(state.doc, first, 1);
      for (let position = from; position <= to; ) {
        const line = state.doc.lineAt(position);
        current = directionOf(line.text.slice(0, looksAt)) ?? current;
        if (current !== null && current !== page) found.push(turned[current].range(line.from));
        position = line.to + 1;
      }
    }
    return Decoration.set(found);
  }
}

/** That of the next line with letters from line `first` on, the way of `step`; null when none is near. */
function directionNear(doc: Text, first: number, step: 1 | -1): "ltr" | "rtl" | null {
  for (let passed = 0; passed < looksAroundLines; passed += 1) {
    const number = first + passed * step;
    if (number < 1 || number > doc.lines) return null;
    const direction = directionOf(doc.line(number).text.slice(0, looksAt));
    if (direction !== null) return direction;
  }
  return null;
}

/** How the lines of prose run. */
export const lineDirection: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(LineDirections, { decorations: ({ decorations }) => decorations }),
];
