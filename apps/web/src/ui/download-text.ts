/** The text of an open document as a file of the person's own. */

import type { OpenDocument } from "../state/open-document.ts";
import { textForFile } from "../state/text-for-file.ts";

/** Has the browser save the text under the document's name. */
export function downloadText(opened: OpenDocument): void {
  const { language, name } = opened;
  const ending = language.value === "markdown" ? ".md" : ".txt";
  const base = name.value.replace(/[\\/:*?"<>|]/g, " ").trim();
  const url = URL.createObjectURL(new Blob([textForFile(opened)], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = /\.\w{1,8}$/.test(base) ? base : base + ending;
  link.click();
  URL.revokeObjectURL(url);
}
