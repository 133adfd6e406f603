/** One document's storage: what was created, what was appended, what was merged into the snapshot. Knows no Yjs. */

import { AccessRecords } from "./access-records.ts";
import { readBlob, readNumber, readText } from "./columns.ts";
import { readMeta, writeMeta } from "./meta.ts";
import { type Fresh, hasSchema, migrate } from "./migrations.ts";
import { cut, join, packList, unpackList } from "./parts.ts";
import type { Sql } from "./sql.ts";

/** What everybody sees of a document besides its text. */
export type StoredSettings = Pick<Creation, "title" | "language" | "lineEnds">;

/** What a document begins with. Times are milliseconds since 1970. */
export interface Creation {
  readonly time: number;
  /** 16 random bytes in lower-case hex: names this life of the storage, which a reset ends. */
  readonly epoch: string;
  /** 32 random bytes, which never leave the server. */
  readonly secret: Uint8Array;
  readonly title: string;
  readonly language: string;
  readonly lineEnds: "lf" | "crlf";
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
}

/** Rows in the log, the bytes in them, and those of the snapshot: the measures of when to compact. */
export interface StoredSize {
  readonly logRows: number;
  readonly logBytes: number;
  readonly snapshotBytes: number;
}

/** The number of the last change of the text, and when it was made, in milliseconds since 1970. */
export interface LastChange {
  readonly version: number;
  readonly time: number;
}

/** Where the log ends, and how large all is. */
interface LogEnd extends LastChange, StoredSize {
  readonly seq: number;
}

/** The only writer of its database, and not to be called inside of a transaction of its caller's. */
export class Journal {
  /** Who may do what. */
  readonly access: AccessRecords;
  readonly #sql: Sql;
  /** Kept so that an append reads nothing; null while it has to be read, as after a write that failed. */
  #knownEnd: LogEnd | null = null;

  private constructor(sql: Sql) {
    this.#sql = sql;
    this.access = new AccessRecords(sql);
  }

  /**
   * The journal of a document that was created here, or null. Runs what migrations are due; `fresh` is asked only by
   * those. @throws NewerSchemaError
   */
  static open(sql: Sql, fresh: Fresh): Journal | null {
    if (!hasSchema(sql)) return null;
    migrate(sql, fresh);
    return new Journal(sql);
  }

  /** Creates the document, whole or not at all. @throws when there is one already */
  static create(sql: Sql, creation: Creation): Journal {
    if (hasSchema(sql)) throw new Error("there is a document already");
    const journal = new Journal(sql);
    sql.transaction(() => {
      migrate(sql, { epoch: () => creation.epoch, secret: () => creation.secret });
      writeMeta(sql, "created", creation.time);
      writeMeta(sql, "updated", creation.time);
      writeMeta(sql, "version", 0);
      journal.changeSettings(creation);
      const owner = { role: "owner", label: "", created: creation.time, expires: null, password: null } as const;
      journal.access.addLink({ ...owner, hash: creation.ownerKeyHash });
      if (creation.firstUpdate !== null) journal.append([creation.firstUpdate], 1, creation.time);
    });
    return journal;
  }

  /** Which life of the document's storage this is: one that was reset and created again has another. */
  epoch(): string {
    return readText(readMeta(this.#sql, "epoch"));
  }

  size(): StoredSize {
    const { logRows, logBytes, snapshotBytes } = this.#end();
    return { logRows, logBytes, snapshotBytes };
  }

  /** @throws when what is stored is not whole */
  read(): StoredDocument {
    const rows = this.#sql.run("SELECT seq, bytes FROM log ORDER BY seq, part");
    const commits = Map.groupBy(rows, (row) => row["seq"]).values();
    return {
      snapshot: this.#readSnapshot(),
      updates: [...commits].flatMap((parts) => unpackList(join(parts.map((row) => readBlob(row["bytes"]))))),
      version: this.#end().version,
    };
  }

  /** Stores `updates` in one commit: when this returns they are kept, when it throws none of them is. */
  append(updates: readonly Uint8Array[], version: number, time: number): void {
    const end = this.#end();
    const seq = end.seq + 1;
    const packed = packList(updates);
    const parts = cut(packed);
    this.#knownEnd = null;
    const insert = (bytes: Uint8Array, part: number): void => {
      const statement = "INSERT INTO log (seq, part, time, version, bytes) VALUES (?, ?, ?, ?, ?)";
      this.#sql.run(statement, seq, part, time, version, bytes);
    };
    // One statement is whole or not at all by itself: a transaction around it costs half as much again.
    if (parts.length === 1) parts.forEach(insert);
    else this.#sql.transaction(() => parts.forEach(insert));
    const logRows = end.logRows + parts.length;
    const logBytes = end.logBytes + packed.length;
    this.#knownEnd = { seq, version, time, logRows, logBytes, snapshotBytes: end.snapshotBytes };
  }

  /**
   * Puts `snapshot`, which must hold all that was appended, in the place of the log: both, or neither. It may hold one
   * change more, which then is the last.
   */
  compact(snapshot: Uint8Array, lastChange: LastChange = this.#end()): void {
    const { version, time } = lastChange;
    this.#knownEnd = null;
    this.#sql.transaction(() => {
      // First, so that the snapshot is written where the log was, and the file does not grow.
      this.#emptyLog();
      this.#sql.run("DELETE FROM snapshot");
      cut(snapshot).forEach((bytes, part) => {
        this.#sql.run("INSERT INTO snapshot (part, bytes) VALUES (?, ?)", part, bytes);
      });
      writeMeta(this.#sql, "version", version);
      writeMeta(this.#sql, "updated", time);
    });
    this.#knownEnd = { seq: 0, version, time, logRows: 0, logBytes: 0, snapshotBytes: snapshot.length };
  }

  settings(): StoredSettings {
    const [title, language] = [readMeta(this.#sql, "title"), readMeta(this.#sql, "language")];
    return { title: readText(title), language: readText(language), lineEnds: this.#lineEnds() };
  }

  changeSettings({ title, language, lineEnds }: StoredSettings): void {
    this.#sql.transaction(() => {
      writeMeta(this.#sql, "title", title);
      writeMeta(this.#sql, "language", language);
      if (lineEnds !== this.#lineEnds()) writeMeta(this.#sql, "lineEnds", lineEnds);
    });
  }

  /** Few documents have others than LF, and those of before knew of none: there is a row only where it was changed. */
  #lineEnds(): StoredSettings["lineEnds"] {
    return readMeta(this.#sql, "lineEnds") === "crlf" ? "crlf" : "lf";
  }

  /** When the document was created and when its text last changed, in milliseconds since 1970. */
  times(): { readonly created: number; readonly updated: number } {
    return { created: readNumber(readMeta(this.#sql, "created")), updated: this.#end().time };
  }

  #end(): LogEnd {
    this.#knownEnd ??= this.#readEnd();
    return this.#knownEnd;
  }

  /** `meta` knows version and time as they were when the log was last empty; since then the log's last row does. */
  #readEnd(): LogEnd {
    const { bytes: snapshotBytes } = this.#sizeOf("snapshot");
    const last = this.#sql.run("SELECT seq, version, time FROM log ORDER BY seq DESC LIMIT 1")[0];
    if (last === undefined) {
      const [version, time] = [readNumber(readMeta(this.#sql, "version")), readNumber(readMeta(this.#sql, "updated"))];
      return { seq: 0, version, time, logRows: 0, logBytes: 0, snapshotBytes };
    }
    const { rows: logRows, bytes: logBytes } = this.#sizeOf("log");
    const [seq, version, time] = [readNumber(last["seq"]), readNumber(last["version"]), readNumber(last["time"])];
    return { seq, version, time, logRows, logBytes, snapshotBytes };
  }

  /** Reads no bytes of it but their lengths. */
  #sizeOf(table: "snapshot" | "log"): { readonly rows: number; readonly bytes: number } {
    const size = this.#sql.run(`SELECT count(*) AS rows, coalesce(sum(length(bytes)), 0) AS bytes FROM ${table}`)[0];
    return { rows: readNumber(size?.["rows"]), bytes: readNumber(size?.["bytes"]) };
  }

  /** Part by part into the whole, so that a large snapshot is not in memory twice. */
  #readSnapshot(): Uint8Array | null {
    const { rows: parts, bytes: size } = this.#sizeOf("snapshot");
    if (parts === 0) return null;
    const whole = new Uint8Array(size);
    let offset = 0;
    for (let part = 0; part < parts; part += 1) {
      const bytes = readBlob(this.#sql.run("SELECT bytes FROM snapshot WHERE part = ?", part)[0]?.["bytes"]);
      whole.set(bytes, offset);
      offset += bytes.length;
    }
    return whole;
  }

  /** Makes the table anew: that counts as two rows written, `DELETE` as one for each of its rows (decision 9). */
  #emptyLog(): void {
    const table = this.#sql.run("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'log'")[0];
    this.#sql.run("DROP TABLE log");
    this.#sql.run(readText(table?.["sql"]));
  }
}
