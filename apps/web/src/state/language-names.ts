/** What languages are called, for whatever is shown before the list of them is loaded. */

import { signal } from "@preact/signals-core";

/** The language of a document for which nobody chose one. */
export const autoLanguage = "auto";

const loaded = signal<ReadonlyMap<string, string>>(new Map([["markdown", "Markdown"]]));

/** The name of the language `id`; "" for one that has none, or whose name is not loaded yet. */
export function languageName(id: string): string {
  return loaded.value.get(id) ?? "";
}

export function learnLanguageNames(languages: readonly { readonly id: string; readonly name: string }[]): void {
  loaded.value = new Map(languages.map(({ id, name }) => [id, name]));
}

/** Languages in which people write sentences: with the face, the spelling and the capitals of prose. */
const proseLanguages = new Set(["markdown", "plain", "latex", "stex", "textile", "tiddlywiki", "tiki-wiki"]);

export function isProse(language: string): boolean {
  return proseLanguages.has(language);
}
