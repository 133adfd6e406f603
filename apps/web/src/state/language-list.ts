/** The languages that a text can be in: those that CodeMirror knows, Markdown and plain text. Loaded on demand. */

import type { LanguageDescription } from "@codemirror/language";
import { languages as known } from "@codemirror/language-data";

export interface Language {
  /** In lower case, the same for ever: documents are stored with it. */
  readonly id: string;
  /** Its own name, the same in every language of the interface; "" for plain text. */
  readonly name: string;
  /** Endings of file names, without the dot. */
  readonly extensions: readonly string[];
  readonly filename: RegExp | null;
  /** What loads its grammar; null for Markdown, whose grammar is ours, and for plain text, which has none. */
  readonly description: LanguageDescription | null;
}

/** As an id and in addresses: "C++" is "cpp", "F#" "fsharp", "VB.NET" "vb-net". */
function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("+", "p")
    .replaceAll("#", "sharp")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

const plain: Language = {
  id: "plain",
  name: "",
  extensions: ["txt", "text", "log"],
  filename: /^(LICENSE|COPYING|AUTHORS)$/,
  description: null,
};

/** All of them: Markdown and plain text first, the others by name. */
export const languages: readonly Language[] = [
  ...known
    .filter(({ name }) => name === "Markdown")
    .map((description) => ({ ...languageFrom(description), description: null })),
  plain,
  ...known
    .filter(({ name }) => name !== "Markdown")
    .map(languageFrom)
    .sort((one, other) => one.name.localeCompare(other.name, "en")),
];

function languageFrom(description: LanguageDescription): Language {
  const { name, extensions, filename } = description;
  // Both ours and LaTeX's; who writes one without saying so means text.
  const own = extensions.filter((extension) => !plain.extensions.includes(extension));
  return { id: idOf(name), name, extensions: own, filename: filename ?? null, description };
}

/** The language with this id; undefined when there is none, and the text is shown as plain. */
export function languageWithId(id: string): Language | undefined {
  return languages.find((language) => language.id === id);
}
