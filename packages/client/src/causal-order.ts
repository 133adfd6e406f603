/** The order in which an edit of several clients can be taken in piece by piece. */

import { byClient, type Edit, type Id, type Insertion } from "@samepage/protocol";

/**
 * `edit` with its insertions in causal order: each stands after those of this edit beside which it was written. For
 * edits of a whole document only: one whose insertions stand in a circle has no such order. Linear in the insertions.
 */
export function inCausalOrder(edit: Edit): Edit {
  const left = new Map<number, { readonly list: readonly Insertion[]; next: number }>();
  for (const [client, list] of byClient(edit.insertions)) left.set(client, { list, next: 0 });
  const isPlaced = (id: Id | null): boolean => {
    const written = id === null ? undefined : left.get(id.client);
    const next = written?.list[written.next];
    return id === null || next === undefined || id.clock < next.clock;
  };

  const insertions: Insertion[] = [];
  for (const client of left.keys()) {
    const stack = [client];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const written = left.get(top);
      const insertion = written?.list[written.next];
      if (written === undefined || insertion === undefined) {
        stack.pop();
        continue;
      }
      const missing = [insertion.origin, insertion.rightOrigin].find((id) => !isPlaced(id));
      if (missing) stack.push(missing.client);
      else {
        insertions.push(insertion);
        written.next += 1;
      }
    }
  }
  return { insertions, deletions: edit.deletions };
}
