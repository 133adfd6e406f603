/** The text of an open document as a file of the person's own, in one form or another. Loaded on demand. */

import type { EditorView } from "@codemirror/view";
import { fileName } from "../state/file-name.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { textForFile } from "../state/text-for-file.ts";
import { toast } from "../state/toasts.ts";
import { rest, withRest, words } from "../words/words.ts";
import { printSource } from "./print-source.ts";
import { saveFile } from "./save-file.ts";

/** Code as a block of it in a Markdown text; anything else as it is. */
export async function exportMarkdown(opened: OpenDocument): Promise<void> {
  saveFile(nameFor(opened, "md"), asMarkdown(textForFile(opened), opened.language.peek()), "text/markdown");
}

export async function exportText(opened: OpenDocument): Promise<void> {
  saveFile(nameFor(opened, "txt"), textForFile(opened), "text/plain");
}

/** As a page that stands by itself: rendered Markdown, or coloured code. */
export async function exportHtml(opened: OpenDocument): Promise<void> {
  const { renderStandalone } = await import("../preview/render-standalone.ts");
  const text = asMarkdown(opened.connection.text.toString(), opened.language.peek());
  const html = await renderStandalone(text, { title: opened.name.peek() });
  saveFile(nameFor(opened, "html"), html, "text/html");
}

/** On paper, or into a file that the browser makes of that: rendered Markdown, or code with the numbers of its lines. */
export async function printDocument({ connection, language, name }: OpenDocument): Promise<void> {
  if (language.peek() !== "markdown") {
    printSource(name.peek());
    return;
  }
  const { printText } = await withRest(() => import("../preview/print-text.ts"));
  await printText(connection.text.toString(), { title: name.peek(), locale: "", direction: "ltr" });
}

/** The selected text, or all of it, for programs that take rich text, and for those that take plain text alone. */
export async function copyRichText(opened: OpenDocument, { state }: EditorView): Promise<void> {
  const { main } = state.selection;
  const source = main.empty ? state.doc.toString() : state.sliceDoc(main.from, main.to);
  const rendered = async (): Promise<Blob> => {
    const { renderStandalone } = await import("../preview/render-standalone.ts");
    const text = asMarkdown(source, opened.language.peek());
    const html = await renderStandalone(text, { title: opened.name.peek(), shape: "fragment" });
    return new Blob([html], { type: "text/html" });
  };
  // Asked for at once, while the browser knows that a person wants it; what it is comes when it is rendered.
  const html = rendered();
  const plain = new Blob([source], { type: "text/plain" });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": plain })]);
    toast(rest().files.copiedRichText);
  } catch (error) {
    await html; // What went wrong there is said by whoever asked.
    if (!(error instanceof DOMException)) throw error;
    toast(rest().files.notCopied);
  }
}

function nameFor({ name }: OpenDocument, ending: string): string {
  return fileName(name.peek(), ending, false, words().title.untitled);
}

/** `text` in this language such that it is shown as it is meant: code between fences that are longer than any in it. */
function asMarkdown(text: string, language: string): string {
  if (language === "markdown" || language === "plain") return text;
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}\n`;
}
