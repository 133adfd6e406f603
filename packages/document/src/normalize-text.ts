/** How text from outside (a file, a paste, a request) becomes text of a document. */

/** `text` with LF line ends only, no byte order mark, and every lone surrogate replaced by U+FFFD. */
export function normalizeText(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .toWellFormed();
}
