/** What the server tells every `samepage.1` client besides the text: records as they now stand. */

import type { Settings } from "./settings.ts";

export type Announcement =
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
  if (value.kind === "storage" && "isFailing" in value && typeof value.isFailing === "boolean") {
    return { kind: "storage", isFailing: value.isFailing };
  }
  return null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
