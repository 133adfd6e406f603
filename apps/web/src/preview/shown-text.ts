/** Which text each revision of the preview shows, and where its lines are by now: people write on while it is drawn. */

import { ChangeSet, type Text } from "@codemirror/state";

interface Revision {
  readonly text: Text;
  /** What was done to the text since. */
  readonly changes: ChangeSet;
}

/** What is in front of a task's box: quotations and list marks. */
const taskBox = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*\[([ xX])\](?=\s|$)/;

export interface TaskBox {
  /** Where the character between the brackets is, in UTF-16 code units. */
  readonly at: number;
  readonly isDone: boolean;
}

export class ShownText {
  #revisions: ReadonlyMap<number, Revision> = new Map();

  add(revision: number, text: Text): void {
    this.#revisions = new Map([...this.#revisions, [revision, { text, changes: ChangeSet.empty(text.length) }]]);
  }

  follow(changes: ChangeSet): void {
    this.#revisions = new Map(
      [...this.#revisions].map(([revision, { text, changes: before }]) => [
        revision,
        { text, changes: before.compose(changes) },
      ]),
    );
  }

  /** Nothing older than `revision` is shown any more. */
  forgetBefore(revision: number): void {
    this.#revisions = new Map([...this.#revisions].filter(([each]) => each >= revision));
  }

  /** The box of the task that stood on `line` (from 0) in `revision`, in `now`; null when there is none any more. */
  taskBox(revision: number, line: number, now: Text): TaskBox | null {
    const shown = this.#revisions.get(revision);
    if (shown === undefined || line >= shown.text.lines) return null;
    const { from, text } = shown.text.line(line + 1);
    const box = taskBox.exec(text);
    if (box === null) return null;
    const before = from + box[0].length - 2;
    // Whatever was put in front of it or behind it, the brackets must be as they were, around one character.
    const open = shown.changes.mapPos(before - 1, 1);
    const moved = now.sliceString(open, open + 3);
    const [, mark] = /^\[([ xX])\]$/.exec(moved) ?? [];
    return mark === undefined ? null : { at: open + 1, isDone: mark !== " " };
  }
}
