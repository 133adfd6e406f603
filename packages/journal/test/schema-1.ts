/** A database as the first released schema left it, by that schema's own statements. These never change. */

import type { Sql, SqlValue } from "../src/index.ts";

const tables = [
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
  "CREATE TABLE snapshot (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
  `CREATE TABLE log (
       seq INTEGER NOT NULL, part INTEGER NOT NULL, time INTEGER NOT NULL, version INTEGER NOT NULL,
       bytes BLOB NOT NULL, PRIMARY KEY (seq, part)) WITHOUT ROWID`,
  `CREATE TABLE link (
       hash BLOB PRIMARY KEY, role TEXT NOT NULL, label TEXT NOT NULL, created INTEGER NOT NULL,
       expires INTEGER, revoked INTEGER) WITHOUT ROWID`,
];

const meta: Readonly<Record<string, SqlValue>> = {
  schema: 1,
  created: 1_000,
  updated: 3_000,
  version: 7,
  title: "Launch notes",
  language: "markdown",
};

/** Stores a document of schema 1, version 7: a snapshot [5, 5], and unless it was just compacted two commits. */
export function storeSchema1(sql: Sql, isCompacted: boolean): void {
  for (const table of tables) sql.run(table);
  for (const [key, value] of Object.entries(meta)) {
    sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value);
  }
  sql.run("INSERT INTO link (hash, role, label, created) VALUES (?, 'owner', '', ?)", Uint8Array.of(1, 2, 3), 1_000);
  sql.run("INSERT INTO snapshot (part, bytes) VALUES (?, ?)", 0, Uint8Array.of(5, 5));
  if (isCompacted) return;
  // Two updates, [1] and [2, 2], in one commit; then [3], its row cut in two.
  const insert = "INSERT INTO log (seq, part, time, version, bytes) VALUES (?, ?, ?, ?, ?)";
  sql.run(insert, 4, 0, 2_000, 6, Uint8Array.of(1, 1, 2, 2, 2));
  sql.run(insert, 5, 0, 3_000, 7, Uint8Array.of(1));
  sql.run(insert, 5, 1, 3_000, 7, Uint8Array.of(3));
}
