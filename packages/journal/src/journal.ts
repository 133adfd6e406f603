/** One document's storage: what was created, what was appended, what was merged into the snapshot. Knows no Yjs. */

import { hasSchema, migrate } from "./migrations.ts";
import { cut, join, packList, unpackList } from "./parts.ts";
import type { Sql, SqlValue } from "./sql.ts";

/** What a document begins with. Times are milliseconds since 1970. */
export interface Creation {
  readonly time: number;
  readonly title: string;
  readonly language: string;
  /** SHA-256 of the owner's key; the key itself is never stored. */
  readonly ownerKeyHash: Uint8Array;
  /** The update that makes the first text, or null for an empty document. */
  readonly firstUpdate: Uint8Array | null;
}

/** All that makes the text: the snapshot, then every update since, in the order of their commits. */
export interface StoredDocument {
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
  /** Number of changes of the text since its creation. */
  readonly version: number;
  /** Rows in the log, the measure of when to compact. */
  readonly logRows: number;
}

export class Journal {
  readonly #sql: Sql;

  private constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The journal of a document that was created here, or null. Runs what migrations are due. @throws NewerSchemaError */
  static open(sql: Sql): Journal | null {
    if (!hasSchema(sql)) return null;
    migrate(sql);
    return new Journal(sql);
  }

  /** Creates the document, whole or not at all. @throws when there is one already */
  static create(sql: Sql, creation: Creation): Journal {
    if (hasSchema(sql)) throw new Error("there is a document already");
    const journal = new Journal(sql);
    sql.transaction(() => {
      migrate(sql);
      journal.#set("created", creation.time);
      journal.#set("updated", creation.time);
      journal.#set("version", 0);
      journal.changeSettings(creation.title, creation.language);
      sql.run(
        "INSERT INTO link (hash, role, label, created) VALUES (?, 'owner', '', ?)",
        creation.ownerKeyHash,
        creation.time,
      );
      if (creation.firstUpdate !== null) journal.append([creation.firstUpdate], 1, creation.time);
    });
    return journal;
  }

  read(): StoredDocument {
    const parts = this.#sql.run("SELECT bytes FROM snapshot ORDER BY part").map((row) => blob(row["bytes"]));
    const rows = new Map<number, Uint8Array[]>();
    for (const row of this.#sql.run("SELECT seq, bytes FROM log ORDER BY seq, part")) {
      const seq = number(row["seq"]);
      rows.set(seq, [...(rows.get(seq) ?? []), blob(row["bytes"])]);
    }
    return {
      snapshot: parts.length === 0 ? null : join(parts),
      updates: [...rows.values()].flatMap((row) => unpackList(join(row))),
      version: number(this.#get("version")),
      logRows: rows.size,
    };
  }

  /** Stores `updates` in one commit: when this returns they are kept, when it throws none of them is. */
  append(updates: readonly Uint8Array[], version: number, time: number): void {
    this.#sql.transaction(() => {
      const last = number(this.#sql.run("SELECT coalesce(max(seq), 0) AS seq FROM log")[0]?.["seq"]);
      cut(packList(updates)).forEach((bytes, part) => {
        this.#sql.run(
          "INSERT INTO log (seq, part, time, version, bytes) VALUES (?, ?, ?, ?, ?)",
          last + 1,
          part,
          time,
          version,
          bytes,
        );
      });
      this.#set("version", version);
      this.#set("updated", time);
    });
  }

  /** Puts `snapshot`, which must hold all that was appended, in the place of the log: both, or neither. */
  compact(snapshot: Uint8Array): void {
    this.#sql.transaction(() => {
      this.#sql.run("DELETE FROM snapshot");
      cut(snapshot).forEach((bytes, part) => {
        this.#sql.run("INSERT INTO snapshot (part, bytes) VALUES (?, ?)", part, bytes);
      });
      this.#sql.run("DELETE FROM log");
    });
  }

  settings(): { readonly title: string; readonly language: string } {
    return { title: String(this.#get("title")), language: String(this.#get("language")) };
  }

  changeSettings(title: string, language: string): void {
    this.#sql.transaction(() => {
      this.#set("title", title);
      this.#set("language", language);
    });
  }

  /** When the document was created and when its text last changed, in milliseconds since 1970. */
  times(): { readonly created: number; readonly updated: number } {
    return { created: number(this.#get("created")), updated: number(this.#get("updated")) };
  }

  #get(key: string): SqlValue {
    return this.#sql.run("SELECT value FROM meta WHERE key = ?", key)[0]?.["value"] ?? null;
  }

  #set(key: string, value: SqlValue): void {
    this.#sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value);
  }
}

function number(value: SqlValue | undefined): number {
  if (typeof value !== "number") throw new Error("the database holds no number where one must be");
  return value;
}

function blob(value: SqlValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error("the database holds no bytes where some must be");
  return value;
}
