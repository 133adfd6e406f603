/** The text of an open document as a file of the person's own, in one form or another. Loaded on demand. */

import { fileName } from "../state/file-name.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { textForFile } from "../state/text-for-file.ts";
import { words } from "../words/words.ts";
import { saveFile } from "./save-file.ts";

/** As it is, with the ending that its title has, or its language. */
export async function exportSource(opened: OpenDocument): Promise<void> {
  const ending = await endingOf(opened.language.peek());
  saveFile(nameFor(opened, ending, true), textForFile(opened), "text/plain");
}

/** Code as a block of it in a Markdown text; anything else as it is. */
export async function exportMarkdown(opened: OpenDocument): Promise<void> {
  saveFile(nameFor(opened, "md", false), asMarkdown(textForFile(opened), opened.language.peek()), "text/markdown");
}

export async function exportText(opened: OpenDocument): Promise<void> {
  saveFile(nameFor(opened, "txt", false), textForFile(opened), "text/plain");
}

function nameFor({ name }: OpenDocument, ending: string, keepsOwn: boolean): string {
  return fileName(name.peek(), ending, keepsOwn, words().title.untitled);
}

/** `text` in this language such that it is shown as it is meant: code between fences that are longer than any in it. */
function asMarkdown(text: string, language: string): string {
  if (language === "markdown" || language === "plain") return text;
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}\n`;
}

/** What the files of this language end with, without the dot. */
async function endingOf(language: string): Promise<string> {
  if (language === "markdown") return "md";
  if (language === "plain") return "txt";
  const [{ languages }, { LanguageDescription }] = await Promise.all([
    import("@codemirror/language-data"),
    import("@codemirror/language"),
  ]);
  return LanguageDescription.matchLanguageName(languages, language)?.extensions[0] ?? "txt";
}
