/** Aligns a table's columns when the caret leaves it, if one has written in it oneself. */

import { Transaction } from "@codemirror/state";
import { type EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { alignment, tableAt } from "./markdown-table.ts";

class TableAlignment implements PluginValue {
  readonly #view: EditorView;
  /** Where the table is that one has written in; null while there is none. */
  #written: number | null = null;

  constructor(view: EditorView) {
    this.#view = view;
  }

  update({ state, changes, transactions, selectionSet, docChanged }: ViewUpdate): void {
    if (this.#written !== null) this.#written = changes.mapPos(this.#written, -1);
    const { head } = state.selection.main;
    const isOwn = transactions.some((each) => each.docChanged && isTyped(each));
    if (docChanged && isOwn) {
      const table = tableAt(state, head);
      if (table !== null) this.#written = table.rows[0].line.from;
    }
    if (this.#written === null || (!selectionSet && !docChanged)) return;
    const written = tableAt(state, this.#written);
    if (written === null) {
      this.#written = null;
      return;
    }
    const last = written.rows.at(-1) ?? written.rows[0];
    if (head >= written.rows[0].line.from && head <= Math.max(last.line.to, written.delimiter.line.to)) return;
    // A view may not be changed while it is told of a change.
    queueMicrotask(() => this.#align());
  }

  #align(): void {
    const { state } = this.#view;
    const table = this.#written === null ? null : tableAt(state, this.#written);
    this.#written = null;
    if (table === null || state.readOnly) return;
    const changes = alignment(state, table);
    if (!changes.empty) this.#view.dispatch({ changes, userEvent: "input.format" });
  }

  destroy(): void {
    this.#written = null;
  }
}

/** Whether a person did that here: typed, pasted, deleted. What is taken back is to stay as it was. */
function isTyped(transaction: Transaction): boolean {
  const event = transaction.annotation(Transaction.userEvent);
  return event !== undefined && /^(?:input|delete)/.test(event) && event !== "input.format";
}

export const tableAlignment = ViewPlugin.fromClass(TableAlignment);
