/** Front matter of a Markdown text, quiet beside the text: Markdown's grammar takes it for a rule and a heading. */

import { type EditorState, type Extension, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { frontMatter } from "@samepage/document";

/** No front matter is longer, in UTF-16 code units. */
const mostLength = 10_000;

/** How long the front matter of `doc` is, in UTF-16 code units, with the line breaks; 0 without one. */
export function frontMatterLength(doc: Text): number {
  return frontMatter.exec(doc.sliceString(0, mostLength))?.[0].length ?? 0;
}

const quietLine = Decoration.line({ class: "cm-front-matter" });

function quietLines({ doc }: EditorState): DecorationSet {
  const length = frontMatterLength(doc);
  const last = length === 0 ? 0 : doc.lineAt(length - 1).number;
  return Decoration.set(Array.from({ length: last }, (_, index) => quietLine.range(doc.line(index + 1).from)));
}

const quietened = StateField.define<DecorationSet>({
  create: quietLines,
  update: (lines, { docChanged, state }) => (docChanged ? quietLines(state) : lines),
  provide: (field) => EditorView.decorations.from(field),
});

/** Gives all of the front matter one colour, over those of the grammar. */
export const frontMatterLook: Extension = [
  quietened,
  EditorView.theme({
    ".cm-front-matter, .cm-front-matter span": { color: "var(--ink-2) !important", fontWeight: "400 !important" },
  }),
];
