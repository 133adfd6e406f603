/** Giving a document of the list another title without opening it: its own where one may, else one on this list alone. */

import { changeTitle } from "../connection/api.ts";
import { credentialsFor } from "./credentials.ts";
import { changeRecent, nameHere } from "./recent-documents.ts";

/** Which of both came of it, or what to tell the person where neither did. */
export type Renaming = { readonly kind: "everywhere" | "here" } | { readonly kind: "not"; readonly message: string };

export async function renameRecent(id: string, title: string): Promise<Renaming> {
  const outcome = await changeTitle(id, title, credentialsFor(id));
  if (outcome.ok) {
    nameHere(id, null);
    changeRecent(id, { title: outcome.value.title });
    return { kind: "everywhere" };
  }
  if (outcome.status !== 401 && outcome.status !== 403) return { kind: "not", message: outcome.message };
  nameHere(id, title);
  return { kind: "here" };
}
