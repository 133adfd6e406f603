/** A document as the API describes it: times as ISO 8601, the owner's rules by the names that `PATCH` takes. */

import type { Link } from "@samepage/access";
import type { Description } from "./description.ts";

export function describedAs(id: string, description: Description): Response {
  const { title, language, lineEnds, length, version, created, updated, role, rules } = description;
  const body = {
    id,
    title,
    language,
    lineEnds,
    length,
    version,
    created: isoTime(created),
    updated: isoTime(updated),
    role,
    access: rules.access,
    locked: rules.isLocked,
    embed: rules.isEmbeddable,
    expires: isoTime(rules.expires),
  };
  return Response.json(body, { headers: { "cache-control": "no-store" } });
}

/** `time`, in milliseconds since 1970, as the API writes it. */
export function isoTime(time: number): string;
export function isoTime(time: number | null): string | null;
export function isoTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

/** A link as the API describes it. */
export function linkAs({ id, role, label, created, expires, revoked, hasPassword }: Link) {
  const [createdAt, expiresAt, revokedAt] = [isoTime(created), isoTime(expires), isoTime(revoked)];
  return { id, role, label, created: createdAt, expires: expiresAt, revoked: revokedAt, hasPassword };
}
