/**
 * Where the names of carets stand so that all can be read: above their caret, inside of the text's edges, not on each
 * other. Pure geometry in CSS pixels; knows no element.
 */

/** A caret whose name is to be shown. */
export interface FlaggedCaret {
  readonly name: string;
  /** The caret's place in the text's coordinates: distance from the left edge, and from the top of the first line. */
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

export interface FlagPlace {
  /** How many other names it stands above (or below) of; null where too many stand already. */
  readonly level: number | null;
  /** Below its caret, because there is no room above. */
  readonly isBelow: boolean;
  /** Ending at its caret instead of beginning there, because it would stand out of the text. */
  readonly isInward: boolean;
}

export const flagHeight = 16;

/** So many names stand on each other at most: more would cover the text rather than tell who is there. */
const mostLevels = 4;

const candidates = [false, true].flatMap((isBelow) =>
  Array.from({ length: mostLevels }, (_, level) => ({ isBelow, level })),
);

/** Widths of a letter, generously: a name that might not fit turns inward a little early. */
const letterWidth = 6.5;
const wideLetterWidth = 11;
const padding = 10;
/** As in remote-carets.css; longer names end in an ellipsis. */
const widest = 180;

export function flagWidth(name: string): number {
  let width = padding;
  for (const letter of name) width += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? wideLetterWidth : letterWidth;
  return Math.min(width, widest);
}

/** What is seen of the text, in its coordinates; below, there is always room. */
export interface FlagRoom {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** The places of the names of `carets` in `room`. Who comes first in `carets` keeps the place next to the caret. */
export function placeFlags(carets: readonly FlaggedCaret[], room: FlagRoom): readonly FlagPlace[] {
  const taken: { left: number; right: number; top: number }[] = [];
  return carets.map((caret) => {
    const own = flagWidth(caret.name);
    const isInward = caret.left + own > room.right && caret.left - own >= room.left;
    const left = isInward ? caret.left - own : caret.left;
    for (const { isBelow, level } of candidates) {
      const at = isBelow ? caret.top + caret.height + level * flagHeight : caret.top - (level + 1) * flagHeight;
      if (at < room.top) continue;
      const isFree = taken.every(
        (other) => other.right <= left || other.left >= left + own || Math.abs(other.top - at) >= flagHeight,
      );
      if (!isFree) continue;
      taken.push({ left, right: left + own, top: at });
      return { level, isBelow, isInward };
    }
    return { level: null, isBelow: false, isInward };
  });
}
