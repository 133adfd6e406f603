/** The document's plain records that everybody sees and the server orders. Knows nothing of how they are stored. */

/** `title` is "" while nobody gave one. `language` is the name of a syntax, "markdown" unless changed. */
export interface Settings {
  readonly title: string;
  readonly language: string;
}
