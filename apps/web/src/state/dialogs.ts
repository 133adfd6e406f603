/** Which of the page's dialogs is open or asked for. Knows none of them. */

import { signal } from "@preact/signals-core";

export type ShellDialog = "palette" | "keys" | "settings" | "about";

/** The open one of the shell's; null when there is none. */
export const openDialog = signal<ShellDialog | null>(null);

/** What of Share is asked for: all of it, or the part that deletes the page. Share sets it back when it is closed. */
export const askedOfShare = signal<"all" | "delete" | null>(null);
