/** What stands in the menu behind ⋯: commands, by arrow keys, Home, End and first letters. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { type Command, commands } from "../state/commands.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { saveStateWords } from "../state/save-state-words.ts";
import { rest, words } from "../words/words.ts";
import { CheckIcon } from "./icons.tsx";
import { keyInWords } from "./key-words.ts";

/** The commands of the menu by groups, as far as there are such; `export-…` are all that begin so. */
const groups = [
  ["new-document", "open-file"],
  ["export-…", "copy-rich-text", "print"],
  ["preview", "outline"],
  ["palette", "keys", "settings", "about"],
  ["delete-document"],
] as const;

function itemsOf(all: readonly Command[], ids: readonly string[]): readonly Command[] {
  const possible = all.filter(({ isAvailable }) => isAvailable?.() !== false);
  return ids.flatMap((id) =>
    id.endsWith("…")
      ? possible.filter((command) => command.id.startsWith(id.slice(0, -1)))
      : possible.filter((command) => command.id === id),
  );
}

const items = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];

/** Moves the focus within `menu` as the platform's menus do; false when `key` is none of theirs. */
function moveFocus(menu: HTMLElement, key: string): boolean {
  const all = items(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const focus = (to: number): true => {
    all.at(to % Math.max(1, all.length))?.focus();
    return true;
  };
  if (key === "ArrowDown") return focus(at + 1);
  if (key === "ArrowUp") return focus(at < 0 ? -1 : at - 1);
  if (key === "Home") return focus(0);
  if (key === "End") return focus(-1);
  if (!/^[\p{L}\p{N}]$/u.test(key)) return false;
  const begins = (item: HTMLElement): boolean => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  const following = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  following.find(begins)?.focus();
  return true;
}

export function MoreItems({ opened, close }: { opened: OpenDocument; close: () => void }) {
  const menu = useRef<HTMLDivElement>(null);
  const hasMoved = useRef(false);
  const { connection, people } = opened;
  const shown = groups.map((ids) => itemsOf(commands.value, ids)).filter((group) => group.length > 0);
  const first = shown[0]?.[0]?.id;
  useLayoutEffect(() => {
    // Also when what comes first was not there yet.
    if (menu.current !== null && !hasMoved.current) items(menu.current)[0]?.focus();
  }, [first]);
  const press = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    hasMoved.current = true;
    // As everywhere, Tab goes on to what follows.
    if (event.key === "Tab") close();
    else if (!event.ctrlKey && !event.metaKey && !event.altKey && moveFocus(event.currentTarget, event.key)) {
      event.preventDefault();
    }
  };
  return (
    <>
      <p class="menu-state">
        {saveStateWords(connection.saveState.value)} · {rest().people.count(people.value.length)}
      </p>
      <div ref={menu} role="menu" aria-label={words().more.name} tabIndex={-1} onKeyDown={press}>
        {shown.map((group, index) => (
          <div key={group[0]?.id} role="none" class="menu-group">
            {index > 0 && <hr />}
            {group.map((command) => (
              <MenuItem key={command.id} command={command} close={close} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function MenuItem({ command, close }: { command: Command; close: () => void }) {
  const isOn = command.isOn?.();
  const run = (): void => {
    close();
    void command.run();
  };
  const content = (
    <>
      <span>{command.label()}</span>
      {isOn === true && <CheckIcon />}
      {command.key !== undefined && <kbd>{keyInWords(command.key, rest().commands.modifiers)}</kbd>}
    </>
  );
  return isOn === undefined ? (
    <button type="button" role="menuitem" tabIndex={-1} onClick={run}>
      {content}
    </button>
  ) : (
    <button type="button" role="menuitemcheckbox" aria-checked={isOn} tabIndex={-1} onClick={run}>
      {content}
    </button>
  );
}
