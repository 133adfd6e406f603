/** What an update may contain, seen before it touches anything. Knows no document: checks against one come at applying. */

import * as Y from "yjs";
import { rootName } from "./root.ts";

export type GuardRefusal =
  | "undecodable"
  | "gap"
  | "foreign-struct"
  | "foreign-content"
  | "foreign-root"
  | "map-key"
  | "empty-delete";

/** An update as Yjs decodes it. */
export type DecodedEdit = ReturnType<typeof Y.decodeUpdate>;

export type GuardResult =
  /** `isEmpty`: nothing is inserted or deleted. `length`: of what is inserted, in UTF-16 code units. */
  | { readonly ok: true; readonly edit: DecodedEdit; readonly isEmpty: boolean; readonly length: number }
  | { readonly ok: false; readonly reason: GuardRefusal };

/**
 * Decodes `update` (Yjs encoding v1) and accepts only what a flat text makes: strings and deletions under the root
 * `text`. Never throws. It decodes without applying, because a frame of seven bytes can make `applyUpdate` allocate
 * 130 MB and `decodeUpdate` refuses it.
 */
export function guard(update: Uint8Array): GuardResult {
  const decoded = decode(update);
  if (decoded === null) return { ok: false, reason: "undecodable" };
  let length = 0;
  for (const struct of decoded.structs) {
    const reason = refusalOf(struct);
    if (reason !== null) return { ok: false, reason };
    length += struct.length;
  }
  let deletions = 0;
  for (const ranges of decoded.ds.clients.values()) {
    for (const range of ranges) {
      if (range.len < 1) return { ok: false, reason: "empty-delete" };
      deletions += 1;
    }
  }
  return { ok: true, edit: decoded, isEmpty: decoded.structs.length === 0 && deletions === 0, length };
}

function decode(update: Uint8Array): DecodedEdit | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null; // Whatever Yjs throws here means the same: these bytes are no update.
  }
}

function refusalOf(struct: Y.Item | Y.GC | Y.Skip): GuardRefusal | null {
  if (struct instanceof Y.Skip) return "gap";
  if (!(struct instanceof Y.Item)) return "foreign-struct";
  if (!(struct.content instanceof Y.ContentString || struct.content instanceof Y.ContentDeleted)) {
    return "foreign-content";
  }
  if (struct.parentSub !== null) return "map-key";
  // An item with a neighbour inherits its parent from it; one without names the root.
  const parent: unknown = struct.parent;
  return parent === null || parent === rootName ? null : "foreign-root";
}
