/** Which way a text runs: as its first letter does, whatever the page around it. */

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** What Markdown puts before the words of a line; the "x" of a task that is done is no word. */
const marks = /^[\s>#*+-]*(?:\d+[.)]\s+)?(?:\[[ xX]\]\s)?/;

/** The direction of `text`, by its first letter after Markdown's marks; null for one without letters. */
export function directionOf(text: string): "ltr" | "rtl" | null {
  const words = text.slice(marks.exec(text)?.[0].length ?? 0);
  const letter = /\p{L}|\u200e|\u200f/u.exec(words)?.[0];
  if (letter === undefined) return null;
  return letter === "\u200f" || rightToLeft.test(letter) ? "rtl" : "ltr";
}
