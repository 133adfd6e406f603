/** Which stretches of a text cannot be drawn as they are, because one would not see them, or what they do. Pure. */

/** As many characters that take no room, or that are joined to one shape, are drawn on one letter: more stand in no text (Unicode's stream-safe format). */
export const mostOnOneLetter = 30;

/** A longer row of characters that are shown by a sign each is shown by one sign. */
export const mostSigns = 8;

/** Characters without a shape of their own: control characters, those that turn the text's direction, empty ones. */
const signs = /(?![\t\n])[\p{Cc}\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc]/u;

/**
 * Letters that are joined to what comes before them to one shape: by a virama, as parts of a syllable, as an emoji. Each
 * can be read in one way only: else a row that is too short would be tried in more ways than there is time.
 */
const joined = [
  String.raw`\p{L}[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d]\u200d?`,
  String.raw`[\u1100-\u115f\ua960-\ua97c]`,
  String.raw`\p{ExtPict}[\ufe0f\u{1f3fb}-\u{1f3ff}]?\u200d`,
];

const heaps = [String.raw`[\p{M}\p{DI}]`, ...joined].map((piece) => `(?:${piece}){${mostOnOneLetter + 1},}`);
const stretches = new RegExp(`(?:${signs.source})+|${heaps.join("|")}`, "gu");
const eachSign = new RegExp(signs, "gu");

export interface InvisibleRun {
  readonly from: number;
  readonly to: number;
}

/** In their order. One of a single code point is to be shown as that, a longer one as so many. Looks at each line once. */
export function invisibleRuns(text: string): readonly InvisibleRun[] {
  const runs: InvisibleRun[] = [];
  const addEach = (from: number, to: number): void => {
    for (const { index } of text.slice(from, to).matchAll(eachSign))
      runs.push({ from: from + index, to: from + index + 1 });
  };
  for (const { 0: found, index } of text.matchAll(stretches)) {
    const to = index + found.length;
    if (!signs.test(found.charAt(0))) {
      const rest = index + lengthOf(found, mostOnOneLetter);
      addEach(index, rest);
      runs.push({ from: rest, to });
    } else if (found.length > mostSigns) runs.push({ from: index, to });
    else addEach(index, to);
  }
  return runs;
}

/** How many UTF-16 code units the first `count` code points of `text` are. */
function lengthOf(text: string, count: number): number {
  let length = 0;
  for (let point = 0; point < count; point += 1) length += (text.codePointAt(length) ?? 0) > 0xffff ? 2 : 1;
  return length;
}

/** Whether the character sets the direction of what comes after it: such a one can make a text look like another. */
export function turnsText(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
