/** The schema as numbered steps, run in order when a document wakes. A step that has been released never changes. */

import type { Sql } from "./sql.ts";

/** Stored by a newer version of this software: refused, not guessed at. */
export class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/** What is made up anew for a document. */
export interface Fresh {
  /** 16 random bytes in lower-case hex. */
  epoch(): string;
  /** 32 random bytes. */
  secret(): Uint8Array;
}

type Migration = (sql: Sql, fresh: Fresh) => void;

const migrations: readonly Migration[] = [
  (sql) => {
    sql.run("CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID");
    sql.run("CREATE TABLE snapshot (part INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
    sql.run(`CREATE TABLE log (
       seq INTEGER NOT NULL, part INTEGER NOT NULL, time INTEGER NOT NULL, version INTEGER NOT NULL,
       bytes BLOB NOT NULL, PRIMARY KEY (seq, part)) WITHOUT ROWID`);
    sql.run(`CREATE TABLE link (
       hash BLOB PRIMARY KEY, role TEXT NOT NULL, label TEXT NOT NULL, created INTEGER NOT NULL,
       expires INTEGER, revoked INTEGER) WITHOUT ROWID`);
  },
  // The epoch; and from here on meta's version and time are those of the last compaction, the log's of what came since.
  (sql, fresh) => {
    const epoch = fresh.epoch();
    if (!/^[0-9a-f]{32}$/.test(epoch)) throw new Error("an epoch is 16 bytes in lower-case hex");
    sql.run("INSERT INTO meta (key, value) VALUES ('epoch', ?)", epoch);
  },
  // Links with passwords, people who were removed, and what their ids are made with.
  (sql, fresh) => {
    const secret = fresh.secret();
    if (secret.length !== 32) throw new Error("a secret is 32 bytes");
    sql.run("INSERT INTO meta (key, value) VALUES ('secret', ?)", secret);
    sql.run("ALTER TABLE link ADD COLUMN password BLOB");
    sql.run("ALTER TABLE link ADD COLUMN tries INTEGER NOT NULL DEFAULT 0");
    sql.run("ALTER TABLE link ADD COLUMN tries_since INTEGER NOT NULL DEFAULT 0");
    sql.run("CREATE TABLE removed (person TEXT PRIMARY KEY, name TEXT NOT NULL, time INTEGER NOT NULL) WITHOUT ROWID");
  },
];

/** Whether a document was ever created in this database. Writes nothing. */
export function hasSchema(sql: Sql): boolean {
  return sql.run("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'").length > 0;
}

/** Brings the schema to the newest version. @throws NewerSchemaError when it is newer than this software knows */
export function migrate(sql: Sql, fresh: Fresh): void {
  const stored = hasSchema(sql) ? sql.run("SELECT value FROM meta WHERE key = 'schema'")[0]?.["value"] : 0;
  if (typeof stored !== "number") throw new Error("the database has no schema version");
  if (stored > migrations.length) {
    throw new NewerSchemaError(`schema ${stored} is newer than ${migrations.length}, the newest known here`);
  }
  if (stored === migrations.length) return;
  sql.transaction(() => {
    for (const step of migrations.slice(stored)) step(sql, fresh);
    sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema', ?)", migrations.length);
  });
}
