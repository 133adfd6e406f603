/** The document's plain records that everybody sees and the server orders. Knows nothing of how they are stored. */

/** How the lines end in a file of the text. Within a document they end with LF. */
export type LineEnds = "lf" | "crlf";

/** `title` is "" while nobody gave one. `language` is the name of a syntax, "auto" while nobody chose one. */
export interface Settings {
  readonly title: string;
  readonly language: string;
  readonly lineEnds: LineEnds;
}

export function isLineEnds(value: unknown): value is LineEnds {
  return value === "lf" || value === "crlf";
}
