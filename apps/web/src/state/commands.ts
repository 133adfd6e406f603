/** Everything that can be done on a page, by name: for the palette, the menu, the list of keys. Knows no key of its own. */

import { computed, type ReadonlySignal, signal } from "@preact/signals-core";

export const commandSections = ["document", "edit", "format", "insert", "view", "people", "go", "help"] as const;
export type CommandSection = (typeof commandSections)[number];

export interface Command {
  /** One word or several with hyphens, the same for ever: what was used last is kept by it. */
  readonly id: string;
  /** In the person's language. */
  readonly label: () => string;
  readonly section: CommandSection;
  /** As CodeMirror writes keys, `Mod-Shift-k`: Mod is Ctrl, on Apple's systems Command. */
  readonly key?: string;
  /** Whether the page listens for `key` wherever the focus is. Else whoever registered it does, in the text. */
  readonly isGlobal?: boolean;
  /** Whether it can be done now; without it, always. */
  readonly isAvailable?: () => boolean;
  /** For what is switched on and off: whether it is on. */
  readonly isOn?: () => boolean;
  run(): void | Promise<void>;
}

const registered = signal<readonly { readonly command: Command; readonly rank: number }[]>([]);

/** All commands of the page that is shown, in the order in which they are listed. */
export const commands: ReadonlySignal<readonly Command[]> = computed(() =>
  registered.value.map(({ command }) => command),
);

/**
 * Adds `more`, in the place of those with the same ids. What is returned takes them away again. Parts of the page come in
 * any order: the commands of one with a lower `rank` are listed first.
 */
export function registerCommands(more: readonly Command[], rank = 2): () => void {
  const ids = new Set(more.map(({ id }) => id));
  const added = more.map((command) => ({ command, rank }));
  registered.value = [...registered.peek().filter(({ command }) => !ids.has(command.id)), ...added].toSorted(
    (one, other) => one.rank - other.rank,
  );
  return () => {
    registered.value = registered.peek().filter(({ command }) => !more.includes(command));
  };
}
