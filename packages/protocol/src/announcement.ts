/** What the server tells every `samepage.1` client besides the text: records as they now stand. */

import { defaultLimits, type Limits, limitNames } from "./limits.ts";
import type { Settings } from "./settings.ts";

export type Announcement =
  /**
   * Which life of the document this is, first thing on joining: one that was deleted and made anew has another epoch,
   * and what a client kept of the old one must not be brought into it.
   */
  | { readonly kind: "epoch"; readonly epoch: string }
  /** What this deployment allows, on joining. */
  | { readonly kind: "limits"; readonly limits: Limits }
  /** Title and language, on joining and whenever they change. */
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
    if (typeof title === "string" && typeof language === "string") return { kind: "settings", title, language };
  }
  if (value.kind === "epoch" && "epoch" in value && typeof value.epoch === "string") {
    return { kind: "epoch", epoch: value.epoch };
  }
  if (value.kind === "limits" && "limits" in value) return { kind: "limits", limits: readLimits(value.limits) };
  if (value.kind === "storage" && "isFailing" in value && typeof value.isFailing === "boolean") {
    return { kind: "storage", isFailing: value.isFailing };
  }
  return null;
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
