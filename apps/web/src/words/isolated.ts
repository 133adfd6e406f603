/** Text of somebody else's within a sentence, whose direction may be another than the sentence's. */

/** `text` so that it turns nothing that stands beside it (Unicode's first strong isolate). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
