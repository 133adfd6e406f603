/** Undo takes back what one wrote oneself, and goes back to where that was. Others' edits stay, wherever they are. */

import {
  type ChangeDesc,
  EditorSelection,
  type Extension,
  Facet,
  type SelectionRange,
  type Transaction,
} from "@codemirror/state";
import { type Command, EditorView, keymap } from "@codemirror/view";
import { type ReadonlySignal, signal } from "@preact/signals-core";
import * as Y from "yjs";
import type { TextBinding } from "./text-binding.ts";
import { isOneStep, movedBy, type Writing, writingOf } from "./undo-step.ts";

/** A selection as positions that stay with the letters beside them. */
interface RelativeRange {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** Of how many selections at most one finds the way back: of more, none can be seen at once. */
const mostRanges = 100;

/** How far from the window's edge what was taken back is shown, in CSS pixels. */
const marginPx = 60;

const ownUndo = Facet.define<OwnUndo>();

/** The undo of the text that `view` shows, for keys that are not its own. */
export function undoOf(view: EditorView): OwnUndo | undefined {
  return view.state.facet(ownUndo)[0];
}

export class OwnUndo {
  /** Whether there is something to take back, and something to do again. */
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  readonly #text: Y.Text;
  readonly #binding: TextBinding;
  readonly #manager: Y.UndoManager;
  /** Where one was before each step. */
  readonly #selections = new WeakMap<object, readonly RelativeRange[]>();
  #before: readonly RelativeRange[] = [];
  #last: Writing | null = null;

  /** Of what `binding` writes into `text`. */
  constructor(text: Y.Text, binding: TextBinding) {
    this.#text = text;
    this.#binding = binding;
    // What is one step is decided here, not by Yjs.
    const captureTimeout = Number.MAX_SAFE_INTEGER;
    const manager = new Y.UndoManager(text, { trackedOrigins: new Set([binding]), captureTimeout });
    this.#manager = manager;
    const [canUndo, canRedo] = [signal(false), signal(false)];
    [this.canUndo, this.canRedo] = [canUndo, canRedo];
    const count = (): void => {
      canUndo.value = manager.canUndo();
      canRedo.value = manager.canRedo();
    };
    manager.on("stack-item-added", ({ stackItem }) => {
      // Taken back and done again, a step keeps where one was before it.
      const popped = manager.currStackItem && this.#selections.get(manager.currStackItem);
      this.#selections.set(stackItem, popped ?? this.#before);
      count();
    });
    manager.on("stack-item-popped", count);
    manager.on("stack-cleared", count);
  }

  isOrigin(origin: unknown): boolean {
    return origin === this.#manager;
  }

  /** To be told of what one writes, before it is written. */
  write(transaction: Transaction): void {
    const next = writingOf(transaction, performance.now());
    if (this.#last === null || !isOneStep(this.#last, next)) {
      this.#manager.stopCapturing();
      const { ranges, main } = transaction.startState.selection;
      this.#before = (ranges.length > mostRanges ? [main] : ranges).map((range) => this.#relative(range));
    }
    this.#last = next;
  }

  /** To be told of what others write. */
  move(changes: ChangeDesc): void {
    if (this.#last !== null) this.#last = movedBy(this.#last, changes);
  }

  /** Takes back the last step, and shows where one was before it. */
  readonly undo: Command = (view) =>
    this.#step(view, "undo", () => {
      const item = this.#manager.undo();
      return item && (this.#selections.get(item) ?? []);
    });

  /** Does it again, and shows where that is. */
  readonly redo: Command = (view) =>
    this.#step(view, "redo", () => {
      let end = 0;
      const find = ({ delta }: Y.YTextEvent): void => {
        end = endOf(delta);
      };
      this.#text.observe(find);
      const item = this.#manager.redo();
      this.#text.unobserve(find);
      return item && [this.#relative(EditorSelection.cursor(end))];
    });

  /** Its keys, and what the browser's own menu asks for. */
  readonly extension: Extension = [
    ownUndo.of(this),
    keymap.of([
      { key: "Mod-z", run: this.undo, preventDefault: true },
      { key: "Mod-y", mac: "Mod-Shift-z", run: this.redo, preventDefault: true },
      { key: "Mod-Shift-z", run: this.redo, preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      beforeinput: ({ inputType }, view) => {
        if (inputType === "historyUndo") return this.undo(view);
        return inputType === "historyRedo" && this.redo(view);
      },
    }),
  ];

  destroy(): void {
    this.#manager.destroy();
  }

  #step(view: EditorView, userEvent: "undo" | "redo", take: () => readonly RelativeRange[] | null): boolean {
    if (view.state.readOnly) return false;
    this.#binding.showHeld();
    const places = take();
    this.#last = null;
    this.#manager.stopCapturing();
    if (places === null) return true;
    const ranges = places.flatMap((place) => this.#shown(place));
    const { selection } = ranges.length === 0 ? view.state : { selection: EditorSelection.create(ranges) };
    // Named, so that whoever follows somebody is known to have gone elsewhere.
    const effects = EditorView.scrollIntoView(selection.main, { yMargin: marginPx });
    view.dispatch({ selection, effects, userEvent });
    return true;
  }

  #relative({ anchor, head }: SelectionRange): RelativeRange {
    const at = (position: number): Y.RelativePosition =>
      Y.createRelativePositionFromTypeIndex(this.#text, this.#binding.writtenAt(position));
    return { anchor: at(anchor), head: at(head) };
  }

  #shown({ anchor, head }: RelativeRange): SelectionRange[] {
    const { doc } = this.#text;
    if (doc === null) return [];
    const [from, to] = [anchor, head].map((each) => Y.createAbsolutePositionFromRelativePosition(each, doc)?.index);
    if (from === undefined || to === undefined) return [];
    return [EditorSelection.range(this.#binding.shownAt(from), this.#binding.shownAt(to))];
  }
}

/** Where the last of the changes of `delta` ends, in the text after it. */
function endOf(delta: Y.YTextEvent["delta"]): number {
  let [position, end] = [0, 0];
  for (const { insert, retain = 0 } of delta) {
    position += typeof insert === "string" ? insert.length : retain;
    if (retain === 0) end = position;
  }
  return end;
}
