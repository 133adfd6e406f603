/** Where a peer says that its caret is: a Yjs relative position as JSON, of which nothing is believed unseen. */

import * as Y from "yjs";

/**
 * The UTF-16 position in `text` that `told` names, or null when it names none there. Never throws and leaves the
 * document as it is, whatever was told: Yjs itself throws at ids that nobody can have, and makes a type of each new name.
 */
export function toldPosition(text: Y.Text, told: unknown): number | null {
  const { doc } = text;
  if (doc === null || typeof told !== "object" || told === null) return null;
  const [item, type] = [idIn(told, "item"), idIn(told, "type")];
  const name: unknown = Reflect.get(told, "tname") ?? null;
  const ownName = Y.findRootTypeKey(text);
  if (item === "malformed" || type === "malformed" || (name !== null && name !== ownName)) return null;
  // One of them says where to look; without any, Yjs would not know.
  if (item === null && type === null && name === null) return null;
  const side: unknown = Reflect.get(told, "assoc");
  const isBefore = typeof side === "number" && side < 0;
  const relative = new Y.RelativePosition(type, name === null ? null : ownName, item, isBefore ? -1 : 0);
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc);
  return absolute?.type === text ? absolute.index : null;
}

/**
 * Whether the letter that `told` names is no more in `text`: where its place is among what is put in there, only Yjs can
 * say. False for the end of the text, which is always there. For what `toldPosition` has found.
 */
export function isLetterGone(text: Y.Text, told: unknown): boolean {
  if (text.doc === null || typeof told !== "object" || told === null) return false;
  const id = idIn(told, "item");
  return id !== null && id !== "malformed" && Y.getItem(text.doc.store, id).deleted;
}

/** The id of an insertion that stands under `name`, or null where none does. */
function idIn(told: object, name: string): Y.ID | null | "malformed" {
  const id: unknown = Reflect.get(told, name) ?? null;
  if (id === null) return null;
  if (typeof id !== "object" || !("client" in id && "clock" in id)) return "malformed";
  const { client, clock } = id;
  return isCount(client) && isCount(clock) ? Y.createID(client, clock) : "malformed";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
