/** The text of an open document as a file is to have it. */

import { withLineEnds } from "@samepage/document";
import type { OpenDocument } from "./open-document.ts";

/** The text with its lines ending as those of the file that it came from, or as somebody chose since. */
export function textForFile({ connection, lineEnds }: Pick<OpenDocument, "connection" | "lineEnds">): string {
  return withLineEnds(connection.text.toString(), lineEnds.peek());
}
