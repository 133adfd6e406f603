/** What is pasted into a Markdown text: rich text as Markdown, the address of a picture as a picture. */

import { language, syntaxTree } from "@codemirror/language";
import { EditorSelection, type EditorState, type Extension, StateEffect } from "@codemirror/state";
import { EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { normalizeText } from "@samepage/document";
import { withRest } from "../words/words.ts";
import { boundedMarkdown } from "./markdown-parser.ts";

const imageAddress = /^https?:\/\/\S+\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#]\S*)?$/i;

/** As much of rich text, in UTF-16 code units, as is looked through; its plain text is pasted for more, which is said. */
const mostHtml = 500_000;

/** What editors of code put beside the text. */
const codeEditors = ["vscode-editor-data", "application/vnd.code.copymetadata"];

/** Pasted text on its way: where it is to go, while others write. */
class Pastes implements PluginValue {
  readonly #view: EditorView;
  readonly #places = new Set<{ from: number; to: number }>();

  constructor(view: EditorView) {
    this.#view = view;
  }

  update({ changes, docChanged }: ViewUpdate): void {
    if (!docChanged) return;
    for (const place of this.#places) {
      // What came into the selection, or in its place, was not there to be replaced.
      let isChanged = false;
      changes.iterChangedRanges((from, to) => {
        isChanged ||= from < place.to && to > place.from;
      });
      place.from = changes.mapPos(place.from, isChanged ? -1 : 1);
      place.to = isChanged ? place.from : Math.max(place.from, changes.mapPos(place.to, -1));
    }
  }

  /**
   * Puts the Markdown of `html` in the place of the selection; `text` where there is none, it cannot be made, or the
   * document is not Markdown any more.
   */
  async paste(html: string, text: string): Promise<void> {
    const { from, to } = this.#view.state.selection.main;
    const place = { from, to };
    this.#places.add(place);
    const markdown = await markdownOf(html);
    if (!this.#places.delete(place) || this.#view.state.readOnly) return;
    const isMarkdown = this.#view.state.facet(language) === boundedMarkdown;
    const insert = normalizeText(isMarkdown ? (markdown ?? text) : text);
    if (insert === "") return;
    const { main } = this.#view.state.selection;
    // Who went on elsewhere meanwhile stays there.
    const isStillThere = main.from === place.from && main.to === place.to;
    this.#view.dispatch({
      changes: { ...place, insert },
      ...(isStillThere ? { selection: EditorSelection.single(place.from + insert.length), scrollIntoView: true } : {}),
      userEvent: "input.paste",
    });
  }

  destroy(): void {
    this.#places.clear();
  }
}

const loadRichText = () => withRest(() => import("./rich-text.ts"));

async function markdownOf(html: string): Promise<string | null> {
  try {
    return await (await loadRichText()).markdownInTime(html);
  } catch (error) {
    // Without a network the part may not be there.
    console.warn("rich text was pasted as plain text", error);
    return null;
  }
}

const pastes = ViewPlugin.fromClass(Pastes);

function isInCode(state: EditorState): boolean {
  const { from } = state.selection.main;
  for (let node = syntaxTree(state).resolveInner(from, -1); ; ) {
    if (/^(?:FencedCode|CodeBlock|CodeText|InlineCode|HTMLBlock)$/.test(node.name)) return true;
    if (node.parent === null) return false;
    node = node.parent;
  }
}

function paste(event: ClipboardEvent, view: EditorView): boolean {
  const data = event.clipboardData;
  if (data === null || view.state.readOnly || view.state.selection.ranges.length > 1 || isInCode(view.state))
    return false;
  const text = data.getData("text/plain");
  const { main } = view.state.selection;
  if (main.empty && imageAddress.test(text.trim())) {
    const insert = `![](${text.trim()})`;
    view.dispatch({
      changes: { from: main.from, insert },
      // Where its description is to be written.
      selection: EditorSelection.single(main.from + 2),
      scrollIntoView: true,
      userEvent: "input.paste",
    });
    return true;
  }
  const html = data.getData("text/html");
  if (html === "" || codeEditors.some((type) => data.types.includes(type))) return false;
  // A selected text and an address make a link, whatever else the browser says of the address.
  if (!main.empty && /^(?:https?:\/\/|mailto:|xmpp:|www\.)\S+$/.test(text)) return false;
  // It stays when the text turns out to be no Markdown: what was pasted meanwhile is on its way.
  if (view.plugin(pastes) === null) view.dispatch({ effects: StateEffect.appendConfig.of(pastes) });
  const plugin = view.plugin(pastes);
  if (plugin === null) return false;
  if (html.length > mostHtml) {
    loadRichText().then(
      ({ tellPlain }) => tellPlain(),
      (error: unknown) => console.warn("it could not be said that plain text was pasted", error),
    );
    return false;
  }
  plugin.paste(html, text).catch(reportError);
  return true;
}

/** Pasting as Markdown. Pasting as plain text is what the browser's own keys for that do: there is no rich text then. */
export const markdownPaste: Extension = EditorView.domEventHandlers({ paste });
