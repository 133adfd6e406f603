/** What a regular expression matches in a text, and what is put in its place: as JavaScript has it. Knows no thread. */

export interface Expression {
  readonly source: string;
  readonly isCaseSensitive: boolean;
  /** Only what neither begins nor ends within a word. */
  readonly isWholeWord: boolean;
  /** What counts as part of a word besides letters, numbers and "_". */
  readonly wordCharacters: string;
}

/** Throws where `source` is no expression. */
export function regExpOf({ source, isCaseSensitive }: Pick<Expression, "source" | "isCaseSensitive">): RegExp {
  return new RegExp(source, isCaseSensitive ? "gmu" : "gimu");
}

/** All matches in their order, each looked for when it is asked for. */
export function* matchesIn(text: string, expression: Expression): Generator<RegExpExecArray> {
  for (const match of text.matchAll(regExpOf(expression))) {
    if (!expression.isWholeWord || standsAlone(text, match, expression.wordCharacters)) yield match;
  }
}

// Marks belong to the letter before them.
const wordCharacter = /[\p{Alphabetic}\p{Number}\p{Mark}_]/u;

/** An empty match is within nothing. */
function standsAlone(text: string, { 0: { length }, index }: RegExpExecArray, besides: string): boolean {
  if (length === 0) return true;
  const isOfWord = (character: string): boolean =>
    wordCharacter.test(character) || (character !== "" && besides.includes(character));
  const isWithinWord = (at: number): boolean => isOfWord(characterBefore(text, at)) && isOfWord(characterAt(text, at));
  return !isWithinWord(index) && !isWithinWord(index + length);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const pair = characterAt(text, at - 2);
  return pair.length === 2 ? pair : text.charAt(at - 1);
}

/** What is put in the place of `match`: `$&`, `$1` and `$<name>` stand for what was matched, `$$` for "$". */
export function replacementOf(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(?:[$&]|\d{1,2}|<[^>]*>)/g, (sign) => {
    if (sign === "$$") return "$";
    if (sign === "$&") return match[0];
    if (sign.startsWith("$<")) return match.groups === undefined ? sign : (match.groups[sign.slice(2, -1)] ?? "");
    // "$12" is the first group and a "2" where there are no twelve.
    for (const digits of [sign.slice(1), sign.slice(1, 2)]) {
      const group = Number(digits);
      if (group > 0 && group < match.length) return (match[group] ?? "") + sign.slice(1 + digits.length);
    }
    return sign;
  });
}
