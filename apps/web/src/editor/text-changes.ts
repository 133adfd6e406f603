/** The same change of a text as Yjs tells and takes it, and as CodeMirror does. Knows no view. */

import { ChangeSet } from "@codemirror/state";
import type { Text, YTextEvent } from "yjs";

/** From how many places on a change is written in one walk through the text, not place by place. */
const manyPlaces = 16;

/** What Yjs tells of a text that now has `newLength` UTF-16 code units, as a change of the text before it. */
export function changesOf(delta: YTextEvent["delta"], newLength: number): ChangeSet {
  const specs: { from: number; to: number; insert?: string }[] = [];
  let [position, gained] = [0, 0];
  for (const { insert, delete: deleted = 0, retain = 0 } of delta) {
    if (typeof insert === "string") {
      specs.push({ from: position, to: position, insert });
      gained += insert.length;
    }
    if (deleted > 0) specs.push({ from: position, to: position + deleted });
    gained -= deleted;
    position += deleted + retain;
  }
  return ChangeSet.of(specs, newLength - gained, "\n");
}

/** Makes `changes` in `text`, which is as long as what they change. To be called in a transaction. */
export function writeInto(text: Text, changes: ChangeSet): void {
  const places: { from: number; deleted: number; insert: string }[] = [];
  changes.iterChanges((from, to, _newFrom, _newTo, inserted) => {
    places.push({ from, deleted: to - from, insert: inserted.sliceString(0, inserted.length, "\n") });
  });
  if (places.length >= manyPlaces) {
    const delta: Record<string, number | string>[] = [];
    let at = 0;
    for (const { from, deleted, insert } of places) {
      if (from > at) delta.push({ retain: from - at });
      if (deleted > 0) delta.push({ delete: deleted });
      if (insert !== "") delta.push({ insert });
      at = from + deleted;
    }
    // With `sanitize` off, Yjs would leave out a line break at the very end.
    text.applyDelta(delta);
    return;
  }
  let moved = 0;
  for (const { from, deleted, insert } of places) {
    if (deleted > 0) text.delete(from + moved, deleted);
    if (insert !== "") text.insert(from + moved, insert);
    moved += insert.length - deleted;
  }
}
