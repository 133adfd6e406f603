/** What the file of a document is called: its name without what no system takes, and an ending. */

/** An ending as files have it, which begins with a letter: "Version 2.0" has none. */
const ending = /\.[a-z][a-z0-9+_-]{0,9}$/i;

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** As long as all systems take names, in UTF-16 code units, with room for an ending. */
const longest = 80;

/**
 * The name for a file. `wanted` is the ending that it gets, without a dot; `keepsOwn`: unless `name` has one of its own.
 * `untitled` is what it is called when nothing of `name` is left.
 */
export function fileName(name: string, wanted: string, keepsOwn: boolean, untitled: string): string {
  // Controls, what separates folders, and what some system gives a meaning; and what would show a name turned about.
  const plain = name
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, " ")
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const own = ending.exec(plain)?.[0] ?? "";
  const keeps = keepsOwn && own !== "";
  // The old ending goes where another is asked for: notes.md as HTML is notes.html.
  const base = (own === "" ? plain : plain.slice(0, -own.length))
    .slice(0, longest)
    .toWellFormed()
    .replace(/[. ]+$/, "");
  const whole = `${base === "" ? untitled : base}${keeps ? own : `.${wanted}`}`;
  return reserved.test(whole) ? `_${whole}` : whole;
}
