/** Many updates as few frames, and one that is too large as several. */

import { inCausalOrder } from "@samepage/document";
import { decodeEdit, type Edit, encodeEdit, mergeEdits, splitEdit, withDeletedInsertions } from "@samepage/protocol";

/**
 * Updates that say what `updates` say when they are applied in their order: one, or as many as it takes for none to
 * be above `mostBytes`. What is no edit of a flat text is left as it is; the server has to say what it thinks of it.
 */
export function pack(updates: readonly Uint8Array[], mostBytes: number): readonly Uint8Array[] {
  const [only] = updates;
  if (only !== undefined && updates.length === 1 && only.length <= mostBytes) return updates;
  const edits: Edit[] = [];
  for (const update of updates) {
    const read = decodeEdit(update);
    if (!read.ok) return updates;
    edits.push(read.value);
  }
  const merged = mergeEdits(edits);
  const whole = encodeEdit(merged);
  if (whole.length <= mostBytes) return [whole];
  // What is gone again is not sent: on the way it would take room that the text has not.
  return splitEdit(ordered(withDeletedInsertions(merged)), mostBytes).map(encodeEdit);
}

/** `edit` with each insertion after those of this edit beside which it was written. What is not of it counts as known. */
function ordered(edit: Edit): Edit {
  const firstClocks = new Map<number, number>();
  for (const { client, clock } of edit.insertions) if (!firstClocks.has(client)) firstClocks.set(client, clock);
  const order = inCausalOrder(edit.insertions, (client) => firstClocks.get(client) ?? Number.POSITIVE_INFINITY);
  return order.ok ? { ...edit, insertions: order.insertions } : edit;
}
