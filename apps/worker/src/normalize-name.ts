/** How a title, or the name of a language, becomes one that everybody may be shown: in a tab, in a list, in a sentence. */

/** Control characters, and what overrides or isolates the direction of the text around it (Unicode TR9). */
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** `name` without unseen characters, and every lone surrogate replaced by U+FFFD. Never longer than it was. */
export function normalizeName(name: string): string {
  return name.replace(unseen, "").toWellFormed();
}
