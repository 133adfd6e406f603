/** The text of an open document as a file of the person's own. */

import { endingOf } from "../state/file-endings.ts";
import { fileName } from "../state/file-name.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { textForFile } from "../state/text-for-file.ts";
import { words } from "../words/words.ts";
import { saveFile } from "./save-file.ts";

/** Has the browser save the text as it is, under the document's name, with the ending of that or of its language. */
export function downloadText(opened: OpenDocument): void {
  const name = fileName(opened.name.peek(), endingOf(opened.language.peek()), true, words().title.untitled);
  saveFile(name, textForFile(opened), "text/plain");
}
