/** The commands of a Markdown text by name, with their keys. What each does is in a file of its own. */

import type { EditorState, TransactionSpec } from "@codemirror/state";
import { type EditorView, type KeyBinding, ViewPlugin } from "@codemirror/view";
import { type CommandSection, registerCommands } from "../state/commands.ts";
import { rest } from "../words/words.ts";
import { insertImage, insertRule, toggleCodeBlock, toggleLink } from "./markdown-blocks.ts";
import { toggleInlineMark } from "./markdown-inline.ts";
import { setHeading, toggleList, toggleQuote, toggleTaskDone } from "./markdown-lines.ts";
import { formatTable, tableAt } from "./markdown-table.ts";
import { addColumn, addRow, insertTable, removeColumn, removeRow } from "./table-commands.ts";

/** What a command does to a state; null: it has nothing to do there. */
export type Edit = (state: EditorState) => TransactionSpec | null;

type Formatting = ReturnType<typeof rest>["formatting"];

interface EditCommand {
  readonly id: string;
  readonly label: (formatting: Formatting) => string;
  readonly section: CommandSection;
  readonly key?: string;
  readonly edit: Edit;
  readonly isInTable?: true;
}

const editCommands: readonly EditCommand[] = [
  { id: "bold", label: (f) => f.bold, section: "format", key: "Mod-b", edit: toggleInlineMark("StrongEmphasis") },
  { id: "italic", label: (f) => f.italic, section: "format", key: "Mod-i", edit: toggleInlineMark("Emphasis") },
  {
    id: "strikethrough",
    label: (f) => f.strikethrough,
    section: "format",
    key: "Mod-Shift-x",
    edit: toggleInlineMark("Strikethrough"),
  },
  {
    id: "inline-code",
    label: (f) => f.inlineCode,
    section: "format",
    key: "Mod-e",
    edit: toggleInlineMark("InlineCode"),
  },
  ...([1, 2, 3, 4, 5, 6] as const).map(
    (level): EditCommand => ({
      id: `heading-${level}`,
      label: (f) => f.heading(level),
      section: "format",
      key: `Mod-Alt-${level}`,
      edit: setHeading(level),
    }),
  ),
  { id: "plain-line", label: (f) => f.plainLine, section: "format", key: "Mod-Alt-0", edit: setHeading(0) },
  { id: "quote", label: (f) => f.quote, section: "format", key: "Mod-Shift-.", edit: toggleQuote },
  {
    id: "ordered-list",
    label: (f) => f.orderedList,
    section: "format",
    key: "Mod-Shift-7",
    edit: toggleList("ordered"),
  },
  { id: "bullet-list", label: (f) => f.bulletList, section: "format", key: "Mod-Shift-8", edit: toggleList("bullet") },
  { id: "task-list", label: (f) => f.taskList, section: "format", key: "Mod-Shift-9", edit: toggleList("task") },
  { id: "task-done", label: (f) => f.taskDone, section: "format", key: "Mod-Alt-Enter", edit: toggleTaskDone },
  { id: "code-block", label: (f) => f.codeBlock, section: "format", key: "Mod-Shift-e", edit: toggleCodeBlock },
  { id: "link", label: (f) => f.link, section: "insert", key: "Mod-Alt-k", edit: toggleLink },
  {
    id: "image",
    label: (f) => f.image,
    section: "insert",
    edit: (state) => insertImage(() => rest().formatting.imageDescription)(state),
  },
  { id: "rule", label: (f) => f.rule, section: "insert", edit: insertRule },
  {
    id: "table",
    label: (f) => f.table,
    section: "insert",
    edit: insertTable(() => [rest().formatting.firstHead, rest().formatting.secondHead]),
  },
  { id: "format-table", label: (f) => f.formatTable, section: "format", edit: formatTable, isInTable: true },
  { id: "add-table-row", label: (f) => f.addRow, section: "insert", edit: addRow, isInTable: true },
  { id: "remove-table-row", label: (f) => f.removeRow, section: "format", edit: removeRow, isInTable: true },
  { id: "add-table-column", label: (f) => f.addColumn, section: "insert", edit: addColumn, isInTable: true },
  { id: "remove-table-column", label: (f) => f.removeColumn, section: "format", edit: removeColumn, isInTable: true },
];

/** Does `edit` in `view`; false where it has nothing to do, or nothing may be changed. */
export function perform(view: EditorView, edit: Edit): boolean {
  if (view.state.readOnly) return false;
  const spec = edit(view.state);
  if (spec === null) return false;
  view.dispatch(spec);
  return true;
}

/** The keys of the commands. In a text that may not be changed they do nothing, the browser's own least of all. */
export const commandKeys: readonly KeyBinding[] = editCommands.flatMap(({ key, edit }) =>
  key === undefined ? [] : [{ key, run: (view: EditorView) => perform(view, edit), preventDefault: true }],
);

/** Has the commands on the page's list as long as the text is Markdown. */
export const registeredCommands = ViewPlugin.define((view) => {
  const stop = registerCommands(
    editCommands.map(({ label, edit, isInTable, ...command }) => ({
      ...command,
      label: () => label(rest().formatting),
      isAvailable: () =>
        !view.state.readOnly && (isInTable !== true || tableAt(view.state, view.state.selection.main.head) !== null),
      run() {
        perform(view, edit);
        view.focus();
      },
    })),
  );
  return { destroy: stop };
});
