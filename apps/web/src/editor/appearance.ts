/** How a person wants the text shown: size, face, line numbers, wrapping, marks. Knows no page. */

import type { Extension } from "@codemirror/state";
import { EditorView, highlightActiveLineGutter, highlightWhitespace, lineNumbers } from "@codemirror/view";
import { isProse } from "../state/language-names.ts";
import { preferences } from "../state/preferences.ts";
import { lineDirection } from "./line-direction.ts";

/** The height of a line, as a part of the size of its letters. */
const lineHeight = 1.7;

/** The size of the line numbers, as a part of that of the text. */
const numberSize = 12 / 14.5;

export interface Appearance {
  /** What it follows from: the same when nothing has changed. */
  readonly key: string;
  readonly extension: Extension;
}

/** For a text in `language`, as the preferences are now. Reading it in an effect runs that again when they change. */
export function appearanceOf(language: string, name: string): Appearance {
  const { fontSize, face, lineNumbers: hasNumbers, wrap, whitespace, spellCheck } = preferences;
  const shown = {
    name,
    fontSize: fontSize.value,
    isProse: isProse(language),
    isProportional: face.value === "prose" && isProse(language),
    hasNumbers: hasNumbers.value,
    isWrapped: wrap.value,
    hasMarks: whitespace.value,
    isSpellChecked: spellCheck.value && isProse(language),
  };
  return { key: JSON.stringify(shown), extension: extensionFor(shown) };
}

function extensionFor(shown: {
  readonly name: string;
  readonly fontSize: number;
  readonly isProse: boolean;
  readonly isProportional: boolean;
  readonly hasNumbers: boolean;
  readonly isWrapped: boolean;
  readonly hasMarks: boolean;
  readonly isSpellChecked: boolean;
}): Extension {
  return [
    EditorView.theme({
      "&": { fontSize: `${shown.fontSize}px` },
      ".cm-scroller": {
        fontFamily: shown.isProportional ? "var(--ui)" : "var(--mono)",
        lineHeight: String(lineHeight),
        overflowX: shown.isWrapped ? "hidden" : "auto",
        // Code, and the numbers of its lines, are where everybody who reads code looks for them.
        ...(shown.isProse ? {} : { direction: "ltr" }),
      },
      ".cm-gutters": { fontSize: `${shown.fontSize * numberSize}px` },
      ".cm-gutters .cm-gutterElement": { lineHeight: `${shown.fontSize * lineHeight}px` },
    }),
    // Without numbers, the room beside the text stays: in it, what is folded can be opened.
    shown.hasNumbers
      ? [lineNumbers(), highlightActiveLineGutter()]
      : lineNumbers({ formatNumber: () => "", domEventHandlers: {} }),
    shown.isProse ? lineDirection : [],
    EditorView.editorAttributes.of({
      class: [shown.hasNumbers ? "" : "without-numbers", shown.isProse ? "" : "is-code"].join(" "),
    }),
    shown.isWrapped ? EditorView.lineWrapping : [],
    shown.hasMarks ? highlightWhitespace() : [],
    EditorView.contentAttributes.of({
      "aria-label": shown.name,
      spellcheck: String(shown.isSpellChecked),
      autocapitalize: shown.isProse ? "sentences" : "off",
      autocorrect: shown.isProse ? "on" : "off",
    }),
  ];
}
