/** What one can do to the text besides typing, by name, with the keys that the editor has for it. */

import {
  addCursorAbove,
  addCursorBelow,
  copyLineDown,
  copyLineUp,
  deleteLine,
  indentLess,
  indentMore,
  moveLineDown,
  moveLineUp,
  selectAll,
  selectLine,
  selectParentSyntax,
  toggleComment,
} from "@codemirror/commands";
import { foldAll, foldCode, unfoldAll, unfoldCode } from "@codemirror/language";
import {
  getSearchQuery,
  gotoLine,
  openSearchPanel,
  selectNextOccurrence,
  selectSelectionMatches,
} from "@codemirror/search";
import type { Command as EditorCommand, EditorView, KeyBinding } from "@codemirror/view";
import { type Command, type CommandSection, registerCommands } from "../state/commands.ts";
import { preferences } from "../state/preferences.ts";
import { rest } from "../words/words.ts";
import { findNext, findPrevious } from "./find-commands.ts";
import { undoOf } from "./own-undo.ts";

type Words = ReturnType<typeof rest>["editing"]["commands"];

interface TextCommand {
  readonly id: string;
  readonly label: (words: Words) => string;
  readonly section: CommandSection;
  readonly key?: string;
  readonly run: EditorCommand;
  /** Whether it changes the text. */
  readonly isEdit?: true;
}

const openReplace: EditorCommand = (view) => {
  openSearchPanel(view);
  // Where nothing is sought yet, that comes first.
  if (getSearchQuery(view.state).search === "") return true;
  const field = view.dom.querySelector<HTMLInputElement>(".find [name=replace]");
  field?.focus();
  field?.select();
  return true;
};

const textCommands: readonly TextCommand[] = [
  { id: "find", label: (w) => w.find, section: "edit", key: "Mod-f", run: openSearchPanel },
  { id: "replace", label: (w) => w.replace, section: "edit", key: "Mod-Alt-f", run: openReplace, isEdit: true },
  { id: "find-next", label: (w) => w.findNext, section: "go", key: "F3", run: findNext },
  { id: "find-previous", label: (w) => w.findPrevious, section: "go", key: "Shift-F3", run: findPrevious },
  { id: "go-to-line", label: (w) => w.goToLine, section: "go", key: "Mod-Alt-g", run: gotoLine },
  { id: "select-all", label: (w) => w.selectAll, section: "edit", key: "Mod-a", run: selectAll },
  { id: "select-line", label: (w) => w.selectLine, section: "edit", key: "Alt-l", run: selectLine },
  { id: "select-more", label: (w) => w.selectMore, section: "edit", run: selectParentSyntax },
  { id: "select-next", label: (w) => w.selectNext, section: "edit", key: "Mod-d", run: selectNextOccurrence },
  { id: "select-same", label: (w) => w.selectSame, section: "edit", key: "Mod-Shift-l", run: selectSelectionMatches },
  { id: "caret-above", label: (w) => w.caretAbove, section: "edit", key: "Mod-Alt-ArrowUp", run: addCursorAbove },
  { id: "caret-below", label: (w) => w.caretBelow, section: "edit", key: "Mod-Alt-ArrowDown", run: addCursorBelow },
  { id: "line-up", label: (w) => w.lineUp, section: "edit", key: "Alt-ArrowUp", run: moveLineUp, isEdit: true },
  { id: "line-down", label: (w) => w.lineDown, section: "edit", key: "Alt-ArrowDown", run: moveLineDown, isEdit: true },
  {
    id: "copy-line-up",
    label: (w) => w.copyUp,
    section: "edit",
    key: "Shift-Alt-ArrowUp",
    run: copyLineUp,
    isEdit: true,
  },
  {
    id: "copy-line-down",
    label: (w) => w.copyDown,
    section: "edit",
    key: "Shift-Alt-ArrowDown",
    run: copyLineDown,
    isEdit: true,
  },
  { id: "delete-line", label: (w) => w.deleteLine, section: "edit", key: "Shift-Mod-k", run: deleteLine, isEdit: true },
  { id: "comment", label: (w) => w.comment, section: "edit", key: "Mod-/", run: toggleComment, isEdit: true },
  { id: "indent-more", label: (w) => w.indentMore, section: "edit", key: "Mod-]", run: indentMore, isEdit: true },
  { id: "indent-less", label: (w) => w.indentLess, section: "edit", key: "Mod-[", run: indentLess, isEdit: true },
  { id: "fold", label: (w) => w.fold, section: "view", key: "Ctrl-Shift-[", run: foldCode },
  { id: "unfold", label: (w) => w.unfold, section: "view", key: "Ctrl-Shift-]", run: unfoldCode },
  { id: "fold-all", label: (w) => w.foldAll, section: "view", key: "Ctrl-Alt-[", run: foldAll },
  { id: "unfold-all", label: (w) => w.unfoldAll, section: "view", key: "Ctrl-Alt-]", run: unfoldAll },
];

const ownKeys = ["replace", "go-to-line", "find-next", "find-previous"];

/** The keys that CodeMirror's own keymaps have not, or have for others. */
export const commandKeys: readonly KeyBinding[] = [
  ...textCommands.filter(({ id }) => ownKeys.includes(id)),
  { key: "Mod-g", run: findNext },
  { key: "Shift-Mod-g", run: findPrevious },
].flatMap(({ key, run }) => (key === undefined ? [] : [{ key, run, scope: "editor search-panel" }]));

const switches = {
  "line-numbers": preferences.lineNumbers,
  wrap: preferences.wrap,
  whitespace: preferences.whitespace,
  "spell-check": preferences.spellCheck,
} as const;

/** Registers the commands for `view`; what is returned takes them away. */
export function registerEditing(view: EditorView): () => void {
  const undo = undoOf(view);
  const words = (): Words => rest().editing.commands;
  const onText = (run: EditorCommand) => () => {
    // What opens a field of its own takes the focus after this.
    view.focus();
    run(view);
  };
  const mayWrite = (): boolean => !view.state.readOnly;
  const undoCommands: readonly Command[] =
    undo === undefined
      ? []
      : [
          {
            id: "undo",
            label: () => words().undo,
            section: "edit",
            key: "Mod-z",
            isAvailable: () => undo.canUndo.value && mayWrite(),
            run: onText(undo.undo),
          },
          {
            id: "redo",
            label: () => words().redo,
            section: "edit",
            key: "Mod-Shift-z",
            isAvailable: () => undo.canRedo.value && mayWrite(),
            run: onText(undo.redo),
          },
        ];
  return registerCommands([
    ...undoCommands,
    ...textCommands.map(
      ({ id, label, section, key, run, isEdit }): Command => ({
        id,
        label: () => label(words()),
        section,
        ...(key === undefined ? {} : { key }),
        ...(isEdit ? { isAvailable: mayWrite } : {}),
        run: onText(run),
      }),
    ),
    ...Object.entries(switches).map(
      ([id, preference]): Command => ({
        id,
        label: () => words().switches[id as keyof typeof switches],
        section: "view",
        isOn: () => preference.value,
        run() {
          preference.value = !preference.peek();
        },
      }),
    ),
  ]);
}
