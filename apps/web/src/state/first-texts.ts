/** The texts of documents that were started here without a server, until their pages have taken them. */

import { createStore, del, get, set, type UseStore } from "idb-keyval";

const database = "samepage-first-texts";

let opened: UseStore | undefined;

/** Not opened before it is needed: in a frame of another site that is refused. */
function store(): UseStore {
  opened ??= createStore(database, "texts");
  return opened;
}

/** False where this browser keeps nothing, or has no room. */
export async function keepFirstText(id: string, text: string): Promise<boolean> {
  try {
    await set(id, text, store());
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** "" when there is none. */
export async function firstText(id: string): Promise<string> {
  const text: unknown = await get(id, store());
  return typeof text === "string" ? text : "";
}

export function dropFirstText(id: string): Promise<void> {
  return del(id, store());
}
