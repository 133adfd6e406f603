/** The number of words in a text: counted once in short pieces, and from then on by what changes. */

import type { ChangeDesc, Text } from "@codemirror/state";

/** How many characters are counted at a stretch: some milliseconds' work. */
const pieceLength = 100_000;

/** Number of words: runs of letters, digits, apostrophes and hyphens, which begin with a letter or digit. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** Counts `text` piece by piece: gives way after each, and the number at the end. */
export function* countWords(text: Text): Generator<void, number> {
  let words = 0;
  let counted = 0;
  for (const chunk of text.iter()) {
    // A line may be as long as a document.
    for (let from = 0; from < chunk.length; ) {
      const to = wordEnd(chunk, Math.min(chunk.length, from + pieceLength - counted));
      words += wordsIn(chunk.slice(from, to));
      counted += to - from;
      from = to;
      if (counted < pieceLength) continue;
      counted = 0;
      yield;
    }
  }
  return words;
}

/** The end of the word that goes over `position` of `text`, or that position. */
function wordEnd(text: string, position: number): number {
  const inWord = /[\p{L}\p{N}'’-]*/uy;
  // Not between the halves of a pair.
  inWord.lastIndex = position + (/^[\uDC00-\uDFFF]/.test(text.charAt(position)) ? 1 : 0);
  inWord.test(text);
  return Math.max(position, inWord.lastIndex);
}

/** A longer one is looked for in the whole line. */
const longestWord = 200;

const noWord = /[^\p{L}\p{N}'’-]/u;
const noWordBefore = /[^\p{L}\p{N}'’-][\p{L}\p{N}'’-]*$/u;

interface Stretch {
  from: number;
  to: number;
}

/** How many more words there are after `changes`, which made `after` of `before`. Looks at what is beside them only. */
export function wordsGained(changes: ChangeDesc, before: Text, after: Text): number {
  const stretches: { readonly before: Stretch; readonly after: Stretch }[] = [];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    const old = wordsAround(before, fromA, toA);
    const now = wordsAround(after, fromB, toB);
    const last = stretches.at(-1);
    if (last === undefined || (old.from > last.before.to && now.from > last.after.to)) {
      stretches.push({ before: old, after: now });
    } else {
      last.before.to = old.to;
      last.after.to = now.to;
    }
  });
  const words = (text: Text, { from, to }: Stretch): number => wordsIn(text.sliceString(from, to));
  return stretches.reduce((sum, each) => sum + words(after, each.after) - words(before, each.before), 0);
}

/** From the character before the word at `from` to the end of the one at `to`; the whole line when they are too long. */
function wordsAround(text: Text, from: number, to: number): Stretch {
  const [first, last] = [text.lineAt(from).from, text.lineAt(to).to];
  const [near, far] = [Math.max(first, from - longestWord), Math.min(last, to + longestWord)];
  const start = text.sliceString(near, from).search(noWordBefore);
  const end = text.sliceString(to, far).search(noWord);
  return { from: start <= 0 ? first : near + start, to: end < 0 || to + end === far - 1 ? last : to + end };
}
