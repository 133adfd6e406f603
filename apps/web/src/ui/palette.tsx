/** The command palette: everything that the page can do, found by typing. A combobox with a list that is always open. */

import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { openDialog } from "../state/dialogs.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { rememberUsed } from "../state/palette-search.ts";
import { rest } from "../words/words.ts";
import { entriesOf, type PaletteEntry } from "./palette-entries.ts";
import { PaletteOption } from "./palette-option.tsx";

/** How far PageUp and PageDown go. */
const pageLength = 8;

const optionId = (entry: PaletteEntry): string => `palette-${entry.group}-${entry.command.id}`;

export function Palette({ opened, focusText }: { opened: OpenDocument; focusText: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const query = useSignal("");
  const at = useSignal(0);
  const entries = useComputed(() => entriesOf(query.value, opened.connection.documentId));
  const { palette, commands } = rest();
  const listed = entries.value;
  const active = listed[Math.min(at.value, listed.length - 1)];
  const groups = useMemo(() => [...new Set(listed.map(({ group }) => group))], [listed]);

  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  useLayoutEffect(() => {
    if (active !== undefined) document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const forget = (): void => {
    if (openDialog.peek() === "palette") openDialog.value = null;
  };
  const run = (entry: PaletteEntry): void => {
    // First out of the way: what is run may open another dialog, or need the text.
    dialog.current?.close();
    forget();
    focusText();
    if (entry.isRemembered) rememberUsed(entry.command.id);
    void entry.command.run();
  };
  const move = (to: number): void => {
    at.value = Math.max(0, Math.min(to, listed.length - 1));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { length } = listed;
    // With Ctrl as Apple's text boxes have it.
    const key =
      event.ctrlKey && event.key === "n" ? "ArrowDown" : event.ctrlKey && event.key === "p" ? "ArrowUp" : event.key;
    if (key === "ArrowDown") move((at.value + 1) % Math.max(1, length));
    else if (key === "ArrowUp") move((at.value + length - 1) % Math.max(1, length));
    else if (key === "PageDown") move(at.value + pageLength);
    else if (key === "PageUp") move(at.value - pageLength);
    else if (key === "Enter" && active !== undefined) run(active);
    else return;
    event.preventDefault();
  };
  const headings = { used: palette.usedLast, documents: palette.documents, found: null, ...commands.sections };

  return (
    <dialog ref={dialog} class="palette" aria-label={palette.name} closedby="any" onClose={forget}>
      <input
        type="text"
        role="combobox"
        aria-label={palette.placeholder}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : optionId(active)}
        placeholder={palette.placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={press}
      />
      <div id="palette-list" role="listbox" aria-label={palette.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list to choose from
          <div key={group} role="group" aria-label={headings[group] ?? palette.list}>
            {headings[group] !== null && (
              <div class="palette-heading" aria-hidden="true">
                {headings[group]}
              </div>
            )}
            {listed.map(
              (entry, index) =>
                entry.group === group && (
                  <PaletteOption
                    key={optionId(entry)}
                    id={optionId(entry)}
                    entry={entry}
                    isActive={entry === active}
                    onPoint={() => move(index)}
                    onRun={() => run(entry)}
                  />
                ),
            )}
          </div>
        ))}
      </div>
      {listed.length === 0 && <p class="palette-nothing">{palette.nothing(query.value)}</p>}
      <p class="for-screen-readers" role="status">
        {query.value !== "" && palette.found(listed.length)}
      </p>
    </dialog>
  );
}
