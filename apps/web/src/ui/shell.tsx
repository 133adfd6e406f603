/** What is around the text and not there at first: palette, dialogs, hints. Listens for keys; loads the rest on demand. */

import { signal, useComputed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Editor } from "../editor/editor.ts";
import { commands, registerCommands } from "../state/commands.ts";
import { openDialog, type ShellDialog } from "../state/dialogs.ts";
import { isPressed } from "../state/keys.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { panel, togglePanel } from "../state/panels.ts";
import { rest, withRest } from "../words/words.ts";
import { loadPart } from "./load-part.ts";

const loadShell = () => import("./shell-parts.tsx");

type ShellParts = Awaited<ReturnType<typeof loadShell>>;

/** What was loaded; null until then. */
const parts = signal<ShellParts | null>(null);

/** Gives `use` the parts of the shell, once they are there. */
export function withShell(use: (parts: ShellParts) => void): void {
  const there = parts.peek();
  if (there !== null) {
    use(there);
    return;
  }
  loadPart(loadShell, (loaded) => {
    parts.value = loaded;
    use(loaded);
  });
}

/** Loads it while nothing else is to be done, so that it is there when it is asked for, and without a network. */
function loadWhenIdle(): () => void {
  const load = (): void => {
    withRest(loadShell).then(
      (loaded) => {
        parts.value = loaded;
      },
      () => undefined, // Nobody asked for it yet: whoever does is told.
    );
  };
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(load, 1_000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(load, { timeout: 3_000 });
  return () => cancelIdleCallback(handle);
}

function showDialog(dialog: ShellDialog): void {
  withShell(() => {
    openDialog.value = dialog;
  });
}

/** Those that have a key: it works before the shell is there. */
const keyed = [
  {
    id: "palette",
    label: () => rest().commands.palette,
    section: "help",
    key: "Mod-k",
    isGlobal: true,
    run: () => showDialog("palette"),
  },
  {
    id: "keys",
    label: () => rest().commands.keys,
    section: "help",
    key: "F1",
    isGlobal: true,
    run: () => showDialog("keys"),
  },
  {
    id: "settings",
    label: () => rest().commands.settings,
    section: "view",
    key: "Mod-,",
    isGlobal: true,
    run: () => showDialog("settings"),
  },
  {
    id: "outline",
    label: () => rest().commands.outline,
    section: "view",
    key: "Mod-Shift-o",
    isGlobal: true,
    isOn: () => panel.value === "outline",
    run: () => togglePanel("outline"),
  },
] as const;

/** Runs the command whose key is pressed, wherever the focus is; what the text has taken for itself is not looked at. */
function runPressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || document.querySelector("dialog:modal") !== null) return;
  const command = commands.peek().find(({ isGlobal, key, isAvailable }) => {
    return isGlobal === true && key !== undefined && isPressed(key, event) && isAvailable?.() !== false;
  });
  if (command === undefined) return;
  event.preventDefault();
  void command.run();
}

export function Shell({ opened, editor }: { opened: OpenDocument; editor: Editor | null }) {
  useEffect(() => {
    const unregister = registerCommands(keyed);
    window.addEventListener("keydown", runPressed);
    return () => {
      unregister();
      window.removeEventListener("keydown", runPressed);
    };
  }, []);
  const isThere = editor !== null;
  useEffect(() => (isThere && parts.peek() === null ? loadWhenIdle() : undefined), [isThere]);
  const Parts = useComputed(() => parts.value?.ShellParts ?? null).value;
  return Parts === null ? null : <Parts opened={opened} editor={editor} />;
}
