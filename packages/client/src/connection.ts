/** What a joined document looks like to whoever uses it: the page, a test, the bench. The contract only; `join` makes one. */

import type { ReadonlySignal } from "@preact/signals-core";
import type { Limits, Settings } from "@samepage/protocol";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";

/** Why an edit could not be stored although the server was reached. */
export type NotSavedReason = "refused" | "server-storage" | "device-storage";

/** Where the latest edits are. Exactly one holds at any time; `connection.saveState` is its only owner. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "offline" }
  | { readonly kind: "reconnecting" }
  | { readonly kind: "read-only" }
  | { readonly kind: "not-saved"; readonly reason: NotSavedReason };

/** A final close, by the server or (`closeCodes.reset`) by this client: no retry follows. `code` is 44xx. */
export interface Ending {
  readonly code: number;
  readonly reason: string;
}

/** One person's side of one open document. */
export interface Connection {
  readonly documentId: string;
  readonly doc: Y.Doc;
  /** The text, `doc.getText("text")`. Positions are UTF-16 code units. */
  readonly text: Y.Text;
  /** Who is here. Renewals are the server's work: states stay until the server says that they left. */
  readonly awareness: Awareness;
  readonly saveState: ReadonlySignal<SaveState>;
  /** True once the text on the screen is the server's or this device's own copy of it; false means: nothing to show yet. */
  readonly isLoaded: ReadonlySignal<boolean>;
  /** Title and language as the server last announced them; null before the first announcement. */
  readonly settings: ReadonlySignal<Settings | null>;
  /** What the server allows: the defaults until it told. */
  readonly limits: ReadonlySignal<Limits>;
  /** Round trip of the last ping in milliseconds; null while unknown. */
  readonly latencyMs: ReadonlySignal<number | null>;
  /** Set when this connection ended for good (no such document, not allowed, made anew, …). Nothing is sent after it. */
  readonly ending: ReadonlySignal<Ending | null>;
  /** Deletes this device's copy, with what it holds and the server does not; false when the device refuses. */
  clearCopy(): Promise<boolean>;
  /** Leaves the document: closes the socket, stops all timers. What was acknowledged is stored; nothing else is promised. */
  leave(): void;
}
