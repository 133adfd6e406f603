/** What Enter, Tab and Backspace do in a Markdown text's lists, quotes and tables. */

import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from "@codemirror/lang-markdown";
import type { EditorView, KeyBinding } from "@codemirror/view";
import { type Edit, perform } from "./markdown-commands.ts";
import { moveItems } from "./markdown-indent.ts";
import { goToCell } from "./markdown-table.ts";
import { enterInTable } from "./table-commands.ts";

const run =
  (...edits: readonly Edit[]) =>
  (view: EditorView): boolean =>
    edits.some((edit) => perform(view, edit));

export const markdownKeys: readonly KeyBinding[] = [
  { key: "Tab", run: run(goToCell(1), moveItems("in")), shift: run(goToCell(-1), moveItems("out")) },
  { key: "Enter", run: run(enterInTable) },
  // An empty item ends the list, also its second one, which would become a list with gaps else.
  { key: "Enter", run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { key: "Backspace", run: deleteMarkupBackward },
];
