/**
 * Characters that one would not see are shown by signs, and do nothing: one that turns the direction of what comes after
 * it cannot make the text look like another. Heaps of accents on one letter, which take a browser minutes, are one sign.
 */

import { type Extension, type Range, RangeSet } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from "@codemirror/view";
import { invisibleRuns, turnsText } from "./invisible-runs.ts";

class Sign extends WidgetType {
  readonly #code: number;
  readonly #count: number;

  constructor(code: number, count: number) {
    super();
    this.#code = code;
    this.#count = count;
  }

  override eq(other: Sign): boolean {
    return other.#code === this.#code && other.#count === this.#count;
  }

  override toDOM(): HTMLElement {
    const name = `U+${this.#code.toString(16).toUpperCase().padStart(4, "0")}`;
    const times = this.#count > 1 ? ` × ${this.#count.toLocaleString(document.documentElement.lang)}` : "";
    const sign = document.createElement("span");
    sign.className = "cm-specialChar";
    sign.textContent = turnsText(this.#code) || times !== "" ? name + times : shapeOf(this.#code);
    sign.title = name + times;
    sign.role = "img";
    sign.ariaLabel = name + times;
    return sign;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** Unicode has pictures of the first control characters. */
function shapeOf(code: number): string {
  return code < 32 ? String.fromCharCode(0x2400 + code) : "•";
}

class InvisibleCharacters {
  decorations: DecorationSet = Decoration.none;
  /** Those of more than one character, which the caret goes over at once. */
  runs: DecorationSet = Decoration.none;
  readonly #single = new Map<number, Decoration>();

  constructor(view: EditorView) {
    this.#read(view);
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.#read(view);
  }

  #read({ state, visibleRanges }: EditorView): void {
    const found: Range<Decoration>[] = [];
    const runs: Range<Decoration>[] = [];
    for (const visible of visibleRanges) {
      for (const run of invisibleRuns(state.sliceDoc(visible.from, visible.to))) {
        const [from, to] = [visible.from + run.from, visible.from + run.to];
        const code = state.sliceDoc(from, Math.min(to, from + 2)).codePointAt(0) ?? 0;
        const isSingle = to - from === (code > 0xffff ? 2 : 1);
        const range = (isSingle ? this.#signOf(code) : replacedBy(new Sign(code, to - from))).range(from, to);
        found.push(range);
        if (!isSingle) runs.push(range);
      }
    }
    this.decorations = Decoration.set(found);
    this.runs = Decoration.set(runs);
  }

  #signOf(code: number): Decoration {
    const known = this.#single.get(code) ?? replacedBy(new Sign(code, 1));
    this.#single.set(code, known);
    return known;
  }
}

function replacedBy(widget: Sign): Decoration {
  return Decoration.replace({ widget });
}

export const invisibleCharacters: Extension = ViewPlugin.fromClass(InvisibleCharacters, {
  decorations: ({ decorations }) => decorations,
  provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.runs ?? RangeSet.empty),
});
