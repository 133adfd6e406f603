/** Who is writing where one is oneself: for whoever cannot see the text change. Pure; knows no voice. */

import type { Text } from "@codemirror/state";
import type { Caret } from "./caret-positions.ts";

export interface NearbyEdit {
  readonly name: string;
  readonly isSameLine: boolean;
}

/** Whoever of `carets` has written since `since` in the line of `head` or in one next to it, one entry a person. */
export function nearbyEdits(doc: Text, head: number, carets: readonly Caret[], since: number): readonly NearbyEdit[] {
  const own = doc.lineAt(Math.min(head, doc.length)).number;
  const edits = new Map<string, NearbyEdit>();
  for (const caret of carets) {
    if (caret.wroteAt < since) continue;
    const distance = Math.abs(doc.lineAt(Math.min(caret.head, doc.length)).number - own);
    if (distance > 1) continue;
    const isSameLine = distance === 0 || (edits.get(caret.key)?.isSameLine ?? false);
    edits.set(caret.key, { name: caret.name, isSameLine });
  }
  return [...edits.values()];
}
