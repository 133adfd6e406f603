/** What the server tells every `samepage.1` client besides the text: records as they now stand. */

import { defaultLimits, type Limits, limitNames } from "./limits.ts";
import { isLineEnds, type Settings } from "./settings.ts";

const roleNames = ["owner", "edit", "comment", "view"] as const;

/** The roles that somebody who is let in may have; who may do what with one is not said here. */
export type RoleName = (typeof roleNames)[number];

/** What the one who is told may do, and who that is to the others. */
export interface Standing {
  readonly role: RoleName;
  /** Whether edits are taken now: the role allows it, and the document is not locked. */
  readonly mayWrite: boolean;
  /** Whether the owner has locked the document: nobody writes. */
  readonly isLocked: boolean;
  /** The public id of the person, as it stands in the awareness states that others get. */
  readonly person: string;
}

/** The name that others see for one who asked for `wanted`: made plain, and different from theirs. */
export interface GivenName {
  readonly wanted: string;
  readonly name: string;
}

export type Announcement =
  /**
   * Which life of the document this is, first thing on joining: one that was deleted and made anew has another epoch,
   * and what a client kept of the old one must not be brought into it.
   */
  | { readonly kind: "epoch"; readonly epoch: string }
  /** What this deployment allows, on joining. */
  | { readonly kind: "limits"; readonly limits: Limits }
  /** What one may do here, on joining, before anything is asked, and whenever it changes. */
  | ({ readonly kind: "role" } & Standing)
  /** What name the others see, whenever that changes. */
  | ({ readonly kind: "name" } & GivenName)
  /** Title, language and line ends, on joining and whenever they change. */
  | ({ readonly kind: "settings" } & Settings)
  /** Whether the server's storage fails to take edits; they are kept, and tried again. */
  | { readonly kind: "storage"; readonly isFailing: boolean };

/** An announcement as the JSON of an announce frame. */
export function encodeAnnouncement(announcement: Announcement): string {
  return JSON.stringify(announcement);
}

/** Reads the JSON of an announce frame; null for one that this version does not know, which a client then ignores. */
export function decodeAnnouncement(json: string): Announcement | null {
  const value = parse(json);
  if (typeof value !== "object" || value === null || !("kind" in value)) return null;
  if (value.kind === "settings" && "title" in value && "language" in value) {
    const { title, language } = value;
    const ends = "lineEnds" in value ? value.lineEnds : null;
    // A server that does not know of line ends keeps none but LF.
    const lineEnds = isLineEnds(ends) ? ends : "lf";
    if (typeof title === "string" && typeof language === "string")
      return { kind: "settings", title, language, lineEnds };
  }
  if (value.kind === "epoch" && "epoch" in value && typeof value.epoch === "string") {
    return { kind: "epoch", epoch: value.epoch };
  }
  if (value.kind === "limits" && "limits" in value) return { kind: "limits", limits: readLimits(value.limits) };
  if (value.kind === "role") return readStanding(value);
  if (value.kind === "name" && "wanted" in value && "name" in value) {
    const { wanted, name } = value;
    if (typeof wanted === "string" && typeof name === "string") return { kind: "name", wanted, name };
  }
  if (value.kind === "storage" && "isFailing" in value && typeof value.isFailing === "boolean") {
    return { kind: "storage", isFailing: value.isFailing };
  }
  return null;
}

/** Null for a role that this version does not know, too: what it allows is not known either. */
function readStanding(value: object): Announcement | null {
  if (!("role" in value && "mayWrite" in value && "isLocked" in value && "person" in value)) return null;
  const { mayWrite, isLocked, person } = value;
  const role = roleNames.find((name) => name === value.role);
  if (role === undefined || typeof mayWrite !== "boolean" || typeof isLocked !== "boolean") return null;
  if (typeof person !== "string") return null;
  return { kind: "role", role, mayWrite, isLocked, person };
}

/** The limits that are told and known here; the default for every other. */
function readLimits(told: unknown): Limits {
  const limits = { ...defaultLimits };
  const values = new Map<string, unknown>(typeof told === "object" && told !== null ? Object.entries(told) : []);
  for (const name of limitNames) {
    const value = values.get(name);
    if (typeof value === "number") limits[name] = value;
  }
  return limits;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
