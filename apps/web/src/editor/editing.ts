/** What one edits with beyond typing: keys, brackets, indentation, search. Loaded once the text is on the screen. */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { highlighting } from "./highlighting.ts";

/** For the editor whose text is already shown. */
export function editing(): Extension {
  return [
    indentUnit.of("  "),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    syntaxHighlighting(highlighting),
    keymap.of([...closeBracketsKeymap, ...searchKeymap, ...defaultKeymap]),
  ];
}
