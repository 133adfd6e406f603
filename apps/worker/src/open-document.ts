/** A document that was created, and who may do something on it. */

import { allow, type DenialReason, type Role, type RouteName, routeActions } from "@samepage/access";
import type { Journal } from "@samepage/journal";
import { type Recognized, ticketOf } from "./recognition.ts";
import type { RoomShell } from "./room-shell.ts";

export interface OpenDocument {
  readonly journal: Journal;
  readonly room: RoomShell;
}

export interface Asker extends Recognized {
  readonly role: Exclude<Role, "none">;
  /** The id of the link by which they come; null: the bare address. */
  readonly link: string | null;
}

export type Admitted =
  | { readonly open: OpenDocument; readonly asker: Asker; readonly denial: null }
  | { readonly open: null; readonly asker: null; readonly denial: DenialReason };

/**
 * The document for somebody who may use `route`, and what they are there; or why not. It holds for this turn: what is
 * done on it is done without waiting, or it would be done on a right that has ended meanwhile.
 */
export function admitted(open: OpenDocument | null, recognized: Recognized | null, route: RouteName): Admitted {
  if (open === null || recognized === null) return { open: null, asker: null, denial: "no such document" };
  const { access } = open.journal;
  const ticket = ticketOf(access, recognized);
  const admission = allow(access.rules(), ticket, routeActions[route], Date.now());
  if (!admission.ok) return { open: null, asker: null, denial: admission.reason };
  const link = ticket.link === null || ticket.link === "unknown" ? null : ticket.link.id;
  return { open, asker: { ...recognized, role: admission.role, link }, denial: null };
}
