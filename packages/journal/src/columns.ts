/** What a column must hold. Each throws where it holds something else: the database is not what this code wrote. */

import type { SqlValue } from "./sql.ts";

export function readNumber(value: SqlValue | undefined): number {
  if (typeof value !== "number") throw new Error("the database holds no number where one must be");
  return value;
}

export function readText(value: SqlValue | undefined): string {
  if (typeof value !== "string") throw new Error("the database holds no text where some must be");
  return value;
}

export function readBlob(value: SqlValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error("the database holds no bytes where some must be");
  return value;
}
