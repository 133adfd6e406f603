/** What is put into a Markdown text as a block or a link: code, a rule, a link, an image. */

import { syntaxTree } from "@codemirror/language";
import { EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { textSegments } from "./markdown-spans.ts";

function enclosing(state: EditorState, position: number, names: readonly string[]): SyntaxNode | null {
  for (const side of [-1, 1] as const) {
    for (
      let node: SyntaxNode | null = syntaxTree(state).resolveInner(position, side);
      node !== null;
      node = node.parent
    ) {
      if (names.includes(node.name)) return node;
    }
  }
  return null;
}

/** Puts the selected lines between fences, or takes the fences around the caret away. */
export function toggleCodeBlock(state: EditorState): TransactionSpec | null {
  const { main } = state.selection;
  const block = enclosing(state, main.head, ["FencedCode"]);
  if (block !== null) return withoutFences(state, block);
  const first = state.doc.lineAt(main.from);
  const last = state.doc.lineAt(main.to);
  const text = state.sliceDoc(first.from, last.to);
  const longest = Math.max(2, ...(text.match(/^\s*`+/gm) ?? []).map((run) => run.trim().length));
  const fence = "`".repeat(longest + 1);
  const changes = state.changes([
    { from: first.from, insert: `${fence}\n` },
    { from: last.to, insert: `\n${fence}` },
  ]);
  const within = (position: number): number => position + fence.length + 1;
  const selection = EditorSelection.single(within(main.anchor), within(main.head));
  return { changes, selection, scrollIntoView: true, userEvent: "input.format" };
}

function withoutFences(state: EditorState, block: SyntaxNode): TransactionSpec {
  const first = state.doc.lineAt(block.from);
  const last = state.doc.lineAt(block.to);
  const isClosed = block.getChildren("CodeMark").length > 1;
  const opening = { from: first.from, to: Math.min(first.to + 1, state.doc.length) };
  const closing = { from: Math.max(opening.to, last.from - 1), to: last.to };
  const changes = isClosed && last.number > first.number ? [opening, closing] : [opening];
  return { changes, scrollIntoView: true, userEvent: "input.format" };
}

/** Puts a line across the page below the caret's. An empty line comes before it, else it would make a heading. */
export function insertRule(state: EditorState): TransactionSpec {
  return blockBelow(state, "---\n", 4);
}

/** Puts `block` below the caret's line, with the caret `caret` characters into it and empty lines around it. */
export function blockBelow(state: EditorState, block: string, caret: number, selected = 0): TransactionSpec {
  const line = state.doc.lineAt(state.selection.main.to);
  const isBlank = line.text.trim() === "";
  const isAfterText = isBlank && line.number > 1 && state.doc.line(line.number - 1).text.trim() !== "";
  const before = isBlank ? (isAfterText ? "\n" : "") : "\n\n";
  const from = isBlank ? line.from : line.to;
  const insert = before + block;
  const at = from + before.length + caret;
  return {
    changes: { from, to: line.to, insert },
    selection: EditorSelection.single(at, at + selected),
    scrollIntoView: true,
    userEvent: "input.format",
  };
}

/** An address on the web, as people copy it. */
const webAddress = /^(?:https?:\/\/|mailto:)[^\s<>]+$/;

/**
 * Makes what is selected, or the word at the caret, a link whose address is to be typed; of a selected address, one
 * whose words are. Within a link it leaves the words alone there.
 */
export function toggleLink(state: EditorState): TransactionSpec | null {
  const { main } = state.selection;
  const link = enclosing(state, main.head, ["Link"]);
  if (link !== null && main.to <= link.to && main.from >= link.from) return unlinked(link);
  const selected = main.empty ? (state.wordAt(main.head) ?? main) : main;
  // A link ends with its line: of several lines, the first.
  const segment = textSegments(state, selected.from, selected.to)[0];
  if (segment === undefined && !selected.empty) return null;
  const { from, to } = segment ?? { from: main.head, to: main.head };
  const text = state.sliceDoc(from, to);
  const isAddress = webAddress.test(text);
  const caret = isAddress ? from + 1 : from + text.length + 3;
  return {
    changes: { from, to, insert: isAddress ? `[](${text})` : `[${text}]()` },
    selection: EditorSelection.single(text === "" ? from + 1 : caret),
    scrollIntoView: true,
    userEvent: "input.format",
  };
}

function unlinked(link: SyntaxNode): TransactionSpec | null {
  const [opening, closing] = link.getChildren("LinkMark");
  if (opening === undefined || closing === undefined) return null;
  return {
    changes: [
      { from: opening.from, to: opening.to },
      { from: closing.from, to: link.to },
    ],
    scrollIntoView: true,
    userEvent: "input.format",
  };
}

/** Puts an image there: the selected address, or one to be typed over, described by what is selected or `description`. */
export function insertImage(description: () => string): (state: EditorState) => TransactionSpec {
  return (state) => {
    const { from, to } = state.selection.main;
    const selected = state.sliceDoc(from, to).replaceAll("\n", " ").trim();
    const isAddress = webAddress.test(selected);
    const address = isAddress ? selected : "https://";
    const words = isAddress || selected === "" ? description() : selected;
    const at = from + words.length + 4;
    return {
      changes: { from, to, insert: `![${words}](${address})` },
      selection: isAddress
        ? EditorSelection.single(from + 2, from + 2 + words.length)
        : EditorSelection.single(at, at + address.length),
      scrollIntoView: true,
      userEvent: "input.format",
    };
  };
}
