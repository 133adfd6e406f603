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
    words += wordsIn(chunk);
    counted += chunk.length;
    if (counted < pieceLength) continue;
    counted = 0;
    yield;
  }
  return words;
}

interface Stretch {
  from: number;
  to: number;
}

/** How many more words there are after `changes`, which made `after` of `before`. Looks at the changed lines only. */
export function wordsGained(changes: ChangeDesc, before: Text, after: Text): number {
  const stretches: { readonly before: Stretch; readonly after: Stretch }[] = [];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    const old = linesAround(before, fromA, toA);
    const now = linesAround(after, fromB, toB);
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

function linesAround(text: Text, from: number, to: number): Stretch {
  return { from: text.lineAt(from).from, to: text.lineAt(to).to };
}
