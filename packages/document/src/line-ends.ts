/** How the lines of a file end: within a document with LF, and in its file as they came. */

import type { LineEnds } from "@samepage/protocol";

/** Which ends most lines of `text` have; LF where there are as many of both, or none. */
export function lineEndsOf(text: string): LineEnds {
  let [crlf, lf] = [0, 0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (text[at - 1] === "\r") crlf += 1;
    else lf += 1;
  }
  return crlf > lf ? "crlf" : "lf";
}

/** `text`, whose lines end with LF, as its file is to be. */
export function withLineEnds(text: string, lineEnds: LineEnds): string {
  return lineEnds === "crlf" ? text.replaceAll("\n", "\r\n") : text;
}
