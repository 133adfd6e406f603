/** Documents that were started on this device without a server, from then until the server has created them. */

import { isLineEnds, type LineEnds } from "@samepage/protocol";
import { readStored, removeStored, writeStored } from "./stored.ts";

export interface PendingDocument {
  readonly title: string;
  /** How the lines of the file ended that it was made from. */
  readonly lineEnds: LineEnds;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
}

const keptAt = (id: string): string => `samepage:pending:${id}`;

/** Null when the server has `id`, or it was never started here. */
export function pendingDocument(id: string): PendingDocument | null {
  const stored = readStored(keptAt(id));
  if (typeof stored !== "object" || stored === null) return null;
  const { title, lineEnds, startedAt } = stored as Partial<Record<keyof PendingDocument, unknown>>;
  const isWhole = typeof title === "string" && isLineEnds(lineEnds) && typeof startedAt === "number";
  return isWhole ? { title, lineEnds, startedAt } : null;
}

/** False where this browser keeps nothing. */
export function keepPending(id: string, pending: PendingDocument): boolean {
  return writeStored(keptAt(id), pending);
}

/** The server has it, or it is given up. */
export function dropPending(id: string): void {
  removeStored(keptAt(id));
}
