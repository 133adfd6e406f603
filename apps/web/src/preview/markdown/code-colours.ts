/** Code with its colours, as HTML with classes: the editor's grammars, each loaded when a text first has its language. */

import type { Language } from "@codemirror/language";
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { fenceLanguage } from "../../state/fence-language.ts";

/** `isWaiting`: the language's colours are on their way, and the code is without them until then. */
export type ColourCode = (code: string, language: string) => { readonly html: string; readonly isWaiting: boolean };

/** Longer code is shown without colours: it would be parsed anew at each keystroke in it. */
const maxLength = 100_000;

/** The groups of the editor's `theme.ts`; their colours are in `frame.css`. */
const highlighter = tagHighlighter([
  { tag: tags.heading, class: "c-heading" },
  { tag: tags.emphasis, class: "c-emphasis" },
  { tag: tags.strong, class: "c-strong" },
  { tag: tags.strikethrough, class: "c-strike" },
  { tag: [tags.link, tags.url], class: "c-link" },
  { tag: [tags.monospace, tags.string], class: "c-string" },
  { tag: [tags.keyword, tags.atom, tags.bool], class: "c-keyword" },
  { tag: [tags.number, tags.typeName], class: "c-number" },
  { tag: [tags.quote, tags.comment], class: "c-comment" },
  { tag: [tags.processingInstruction, tags.meta, tags.contentSeparator, tags.labelName], class: "c-meta" },
]);

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (char) => escapes[char] ?? char);
}

export const plainCode: ColourCode = (code) => ({ html: escapeHtml(code), isWaiting: false });

/** Colours code of every language that the editor knows; `onLoaded` is told each one that has come. */
export class CodeColours {
  /** Null: there is no such language, or it could not be loaded. Undefined: it is on its way. */
  readonly #languages = new Map<string, Language | null | undefined>();
  readonly #onLoaded: (name: string) => void;

  constructor(onLoaded: (name: string) => void) {
    this.#onLoaded = onLoaded;
  }

  readonly colour: ColourCode = (code, name) => {
    if (name === "" || code.length > maxLength) return plainCode(code, name);
    if (!this.#languages.has(name)) void this.#load(name);
    const language = this.#languages.get(name);
    if (language == null) return { html: escapeHtml(code), isWaiting: language === undefined };
    let html = "";
    const put = (text: string, classes: string): void => {
      html += classes === "" ? escapeHtml(text) : `<span class="${classes}">${escapeHtml(text)}</span>`;
    };
    highlightCode(code, language.parser.parse(code), highlighter, put, () => put("\n", ""));
    return { html, isWaiting: false };
  };

  async #load(name: string): Promise<void> {
    this.#languages.set(name, undefined);
    let language: Language | null = null;
    try {
      const { languages } = await import("@codemirror/language-data");
      language = (await fenceLanguage(languages, name)?.load())?.language ?? null;
    } catch (error) {
      console.warn(`no colours for ${name}:`, error);
    }
    this.#languages.set(name, language);
    this.#onLoaded(name);
  }
}
