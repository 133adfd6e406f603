/** How a document is joined, and what it looks like then to the page, a test, the bench. The contract only; see `join`. */

import type { ReadonlySignal } from "@preact/signals-core";
import type { Credentials, GivenName, Limits, Settings, Standing } from "@samepage/protocol";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { HeadStart } from "./head-start.ts";
import type { Turn } from "./intake.ts";

export interface JoinOptions {
  /** Where the server is, as `ws://host` or `wss://host`. */
  readonly origin: string;
  readonly documentId: string;
  /** With what one shows who one is; without a key, one may what the bare address allows. */
  readonly credentials?: Partial<Credentials>;
  /** Whether this device keeps a copy of the text, so that one can go on writing offline. Browser only. */
  readonly keepOnDevice?: boolean;
  /** When what others did, and that all is stored, is taken in; without it, at once. */
  readonly turn?: Turn;
  /** A connection to this document that was begun before, with the same credentials. */
  readonly headStart?: HeadStart;
  /** For a document that the server is yet to create: resolves when it is there. Before that no connection is tried. */
  readonly whenThere?: Promise<void>;
}

/**
 * Why an edit could not be stored although the server was reached. `not-allowed` and `locked`: it is kept, and sent when
 * one may write again.
 */
export type NotSavedReason = "refused" | "server-storage" | "device-storage" | "not-allowed" | "locked";

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
  /**
   * True once the text on the screen is the server's or this device's own copy of it; false means: nothing to show yet,
   * or nothing any more, when the server did not let one in and no text of one's own would be lost.
   */
  readonly isLoaded: ReadonlySignal<boolean>;
  /** Whether the server has let one in since joining: what stands on the screen was shown by it, not by the device alone. */
  readonly wasLetIn: ReadonlySignal<boolean>;
  /** Title and language as the server last announced them; null before the first announcement. */
  readonly settings: ReadonlySignal<Settings | null>;
  /** What the server allows: the defaults until it told. */
  readonly limits: ReadonlySignal<Limits>;
  /**
   * What one may do here and who one is to the others, as the server last announced it; before that, what this device
   * kept of the last visit. Null while nobody said, and with a server that does not: then one may write.
   */
  readonly role: ReadonlySignal<Standing | null>;
  /**
   * The name that the others see, as the server last announced it, with the one that was asked for then: it says nothing
   * of any other. Null while nobody said.
   */
  readonly givenName: ReadonlySignal<GivenName | null>;
  /**
   * Set while the server lets nobody in from here because of too many connections: tries follow, ten seconds apart at
   * least.
   */
  readonly turnedAway: ReadonlySignal<Ending | null>;
  /** Round trip of the last ping in milliseconds; null while unknown. */
  readonly latencyMs: ReadonlySignal<number | null>;
  /** Set when this connection ended for good (no such document, not allowed, made anew, …). Nothing is sent after it. */
  readonly ending: ReadonlySignal<Ending | null>;
  /**
   * This device's copy: `new` where there was none before, `failed` while nothing can be kept; `none` where none was
   * asked for.
   */
  readonly copy: ReadonlySignal<"none" | "opening" | "new" | "keeping" | "failed">;
  /** Whether something was written here that the server is not known to have stored; not what an earlier visit left. */
  readonly hasUnsent: ReadonlySignal<boolean>;
  /** Deletes this device's copy, with what it holds and the server does not; false when the device refuses. */
  clearCopy(): Promise<boolean>;
  /** Leaves the document: closes the socket, stops all timers. What was acknowledged is stored; nothing else is promised. */
  leave(): void;
}
