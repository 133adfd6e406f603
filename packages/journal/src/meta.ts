/** The table of single values. */

import type { Sql, SqlValue } from "./sql.ts";

/** Null when there is none. */
export function readMeta(sql: Sql, key: string): SqlValue {
  return sql.run("SELECT value FROM meta WHERE key = ?", key)[0]?.["value"] ?? null;
}

export function writeMeta(sql: Sql, key: string, value: SqlValue): void {
  sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value);
}
