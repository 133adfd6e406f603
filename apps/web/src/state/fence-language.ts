/** Which language a block of code in Markdown is in, by the word behind its fence. Loads none. */

import type { LanguageDescription } from "@codemirror/language";

/** Endings that LaTeX has, too: who writes one behind a fence means text. */
const meansText = new Set(["text", "txt", "log"]);

/** The one of `languages` that is called `word`, or whose files end in it, as in `py`; null: there is none. */
export function fenceLanguage(languages: readonly LanguageDescription[], word: string): LanguageDescription | null {
  const wanted = word.toLowerCase();
  const named = languages.find(({ alias }) => alias.includes(wanted));
  if (named !== undefined || meansText.has(wanted)) return named ?? null;
  return languages.find(({ extensions }) => extensions.includes(wanted)) ?? null;
}
