/** One document's storage: what was created, what was appended, what was merged into the snapshot. Knows no Yjs. */

import { hasSchema, migrate } from "./migrations.ts";
import { cut, join, packList, unpackList } from "./parts.ts";
import type { Sql, SqlValue } from "./sql.ts";

/** What a document begins with. Times are milliseconds since 1970. */
export interface Creation {
  readonly time: number;
  /** 16 random bytes in lower-case hex: names this life of the storage, which a reset ends. */
  readonly epoch: string;
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
  /** Rows in the log, and the bytes in them: the measures of when to compact. */
  readonly logRows: number;
  readonly logBytes: number;
}

/** Where the log ends, and how large it is. `version` and `time` are those of the last change of the text. */
interface LogEnd {
  readonly seq: number;
  readonly version: number;
  readonly time: number;
  readonly rows: number;
  readonly bytes: number;
}

/** The only writer of its database, and not to be called inside of a transaction of its caller's. */
export class Journal {
  readonly #sql: Sql;
  /** Kept so that an append reads nothing; null while it has to be read, as after a write that failed. */
  #knownEnd: LogEnd | null = null;

  private constructor(sql: Sql) {
    this.#sql = sql;
  }

  /**
   * The journal of a document that was created here, or null. Runs what migrations are due; `newEpoch` is called only
   * when the document was stored before there were epochs. @throws NewerSchemaError
   */
  static open(sql: Sql, newEpoch: () => string): Journal | null {
    if (!hasSchema(sql)) return null;
    migrate(sql, newEpoch);
    return new Journal(sql);
  }

  /** Creates the document, whole or not at all. @throws when there is one already */
  static create(sql: Sql, creation: Creation): Journal {
    if (hasSchema(sql)) throw new Error("there is a document already");
    const journal = new Journal(sql);
    sql.transaction(() => {
      migrate(sql, () => creation.epoch);
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

  /** Which life of the document's storage this is: one that was reset and created again has another. */
  epoch(): string {
    return text(this.#get("epoch"));
  }

  /** Rows in the log now. */
  get logRows(): number {
    return this.#end().rows;
  }

  /** Bytes in the rows of the log now. */
  get logBytes(): number {
    return this.#end().bytes;
  }

  /** @throws when what is stored is not whole */
  read(): StoredDocument {
    const rows = this.#sql.run("SELECT seq, bytes FROM log ORDER BY seq, part");
    const commits = Map.groupBy(rows, (row) => row["seq"]).values();
    const { version, rows: logRows, bytes: logBytes } = this.#end();
    return {
      snapshot: this.#readSnapshot(),
      updates: [...commits].flatMap((parts) => unpackList(join(parts.map((row) => blob(row["bytes"]))))),
      version,
      logRows,
      logBytes,
    };
  }

  /** Stores `updates` in one commit: when this returns they are kept, when it throws none of them is. */
  append(updates: readonly Uint8Array[], version: number, time: number): void {
    const end = this.#end();
    const seq = end.seq + 1;
    const packed = packList(updates);
    const parts = cut(packed);
    this.#knownEnd = null;
    this.#sql.transaction(() => {
      parts.forEach((bytes, part) => {
        this.#sql.run(
          "INSERT INTO log (seq, part, time, version, bytes) VALUES (?, ?, ?, ?, ?)",
          seq,
          part,
          time,
          version,
          bytes,
        );
      });
    });
    this.#knownEnd = { seq, version, time, rows: end.rows + parts.length, bytes: end.bytes + packed.length };
  }

  /** Puts `snapshot`, which must hold all that was appended, in the place of the log: both, or neither. */
  compact(snapshot: Uint8Array): void {
    const { version, time } = this.#end();
    const parts = cut(snapshot);
    this.#knownEnd = null;
    this.#sql.transaction(() => {
      parts.forEach((bytes, part) => {
        this.#sql.run("INSERT OR REPLACE INTO snapshot (part, bytes) VALUES (?, ?)", part, bytes);
      });
      this.#sql.run("DELETE FROM snapshot WHERE part >= ?", parts.length);
      this.#set("version", version);
      this.#set("updated", time);
      this.#emptyLog();
    });
    this.#knownEnd = { seq: 0, version, time, rows: 0, bytes: 0 };
  }

  settings(): { readonly title: string; readonly language: string } {
    return { title: text(this.#get("title")), language: text(this.#get("language")) };
  }

  changeSettings(title: string, language: string): void {
    this.#sql.transaction(() => {
      this.#set("title", title);
      this.#set("language", language);
    });
  }

  /** When the document was created and when its text last changed, in milliseconds since 1970. */
  times(): { readonly created: number; readonly updated: number } {
    return { created: number(this.#get("created")), updated: this.#end().time };
  }

  #end(): LogEnd {
    this.#knownEnd ??= this.#readEnd();
    return this.#knownEnd;
  }

  /** `meta` knows version and time as they were when the log was last empty; since then the log's last row does. */
  #readEnd(): LogEnd {
    const last = this.#sql.run(
      `SELECT seq, version, time, (SELECT count(*) FROM log) AS rows, (SELECT sum(length(bytes)) FROM log) AS bytes
       FROM log ORDER BY seq DESC LIMIT 1`,
    )[0];
    if (last === undefined) {
      return { seq: 0, version: number(this.#get("version")), time: number(this.#get("updated")), rows: 0, bytes: 0 };
    }
    return {
      seq: number(last["seq"]),
      version: number(last["version"]),
      time: number(last["time"]),
      rows: number(last["rows"]),
      bytes: number(last["bytes"]),
    };
  }

  /** Part by part into the whole, so that a large snapshot is not in memory twice. */
  #readSnapshot(): Uint8Array | null {
    const size = this.#sql.run("SELECT count(*) AS parts, sum(length(bytes)) AS bytes FROM snapshot")[0];
    const parts = number(size?.["parts"]);
    if (parts === 0) return null;
    const whole = new Uint8Array(number(size?.["bytes"]));
    let offset = 0;
    for (let part = 0; part < parts; part += 1) {
      const bytes = blob(this.#sql.run("SELECT bytes FROM snapshot WHERE part = ?", part)[0]?.["bytes"]);
      whole.set(bytes, offset);
      offset += bytes.length;
    }
    return whole;
  }

  /** Makes the table anew: that counts as two rows written, `DELETE` as one for each of its rows (decision 9). */
  #emptyLog(): void {
    const table = this.#sql.run("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'log'")[0];
    this.#sql.run("DROP TABLE log");
    this.#sql.run(text(table?.["sql"]));
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

function text(value: SqlValue | undefined): string {
  if (typeof value !== "string") throw new Error("the database holds no text where some must be");
  return value;
}

function blob(value: SqlValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error("the database holds no bytes where some must be");
  return value;
}
