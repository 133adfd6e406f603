/** The language of the text: its grammar, loaded when a text is in it, and which one that is while nobody has said. */

import type { Extension } from "@codemirror/state";
import { effect } from "@preact/signals-core";
import { detectLanguage } from "../state/detect-language.ts";
import { languages, languageWithId } from "../state/language-list.ts";
import { autoLanguage, learnLanguageNames } from "../state/language-names.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { withRest } from "../words/words.ts";

learnLanguageNames(languages);

/** What a text in the language `id` is shown with; nothing for one that this version does not know. */
async function grammarOf(id: string): Promise<Extension> {
  if (id === "markdown") return (await withRest(() => import("./markdown.ts"))).markdownSupport;
  return (await languageWithId(id)?.description?.load()) ?? [];
}

/**
 * Gives `put` the grammar of the language of the text, whenever that is another, and notes in `opened` which language
 * the text seems to be in while nobody chose one. What is returned stops both.
 */
export function followLanguage(opened: OpenDocument, put: (grammar: Extension) => void): () => void {
  const { connection, title, beginning, detectedLanguage, language } = opened;
  let current: string | null = null;
  const stops = [
    effect(() => {
      const chosen = connection.settings.value?.language ?? autoLanguage;
      detectedLanguage.value = chosen === autoLanguage ? detectLanguage(title.value, beginning.value, languages) : null;
    }),
    effect(() => {
      const wanted = language.value;
      if (wanted === current) return;
      current = wanted;
      grammarOf(wanted).then(
        (grammar) => {
          if (current === wanted) put(grammar);
        },
        () => {
          // It has no colours then; the next time that the language changes, it is asked for again.
          if (current === wanted) current = null;
        },
      );
    }),
  ];
  return () => {
    current = null;
    for (const stop of stops) stop();
  };
}
