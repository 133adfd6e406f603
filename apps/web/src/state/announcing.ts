/** What a screen reader is told beside what it finds by itself: short sentences, each said once. */

import { type ReadonlySignal, signal } from "@preact/signals-core";

export interface Said {
  readonly message: string;
}

/** So many are kept in the page: a screen reader reads them as they come. */
const mostKept = 3;

const said = signal<readonly Said[]>([]);

/** What was said last, oldest first. */
export const announcements: ReadonlySignal<readonly Said[]> = said;

/** Whether somebody says the save state already: it is not to be heard twice. */
export const isSaveStateSaid = signal(false);

/** Says `message` when the screen reader has nothing more urgent to say. */
export function announce(message: string): void {
  said.value = [...said.peek(), { message }].slice(-mostKept);
}
