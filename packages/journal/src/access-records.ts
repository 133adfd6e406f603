/** What is kept of who may do what: the owner's rules, the links, who was removed. Decides nothing, and knows no key. */

import type { Link, Rules, Tries } from "@samepage/access";
import { isGivenRole, isLinkRole } from "@samepage/access";
import { readBlob, readNumber, readText } from "./columns.ts";
import { readMeta, writeMeta } from "./meta.ts";
import type { Sql, SqlRow, SqlValue } from "./sql.ts";

/** A link that is to be kept. Times are milliseconds since 1970. */
export interface NewLink extends Pick<Link, "role" | "label" | "created" | "expires"> {
  /** SHA-256 of its key. */
  readonly hash: Uint8Array;
  /** What its password is checked against, in the form of whoever checks it; null: it has none. */
  readonly password: Uint8Array | null;
}

export interface RemovedPerson {
  readonly person: string;
  readonly name: string;
  readonly time: number;
}

const hashBytes = 32;

/** So many bytes of a key's hash, in hex, name its link to the owner. */
const idBytes = 8;

const columns = "hash, role, label, created, expires, revoked, password";

export class AccessRecords {
  readonly #sql: Sql;
  /** Kept, so that who asks at each joining reads nothing; null until they are read. */
  #rules: Rules | null = null;
  #secret: Uint8Array | null = null;
  #removed: ReadonlySet<string> | null = null;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  rules(): Rules {
    this.#rules ??= this.#readRules();
    return this.#rules;
  }

  changeRules(change: Partial<Rules>): void {
    this.#rules = null;
    this.#sql.transaction(() => {
      for (const [name, value] of Object.entries(change)) {
        writeMeta(this.#sql, name, typeof value === "boolean" ? Number(value) : value);
      }
    });
  }

  /** 32 random bytes that never leave the server: from these, person ids and passes are made. */
  secret(): Uint8Array {
    this.#secret ??= readBlob(readMeta(this.#sql, "secret"));
    return this.#secret;
  }

  /** The link of the key with this hash; null when no link has, or had, it. */
  linkOf(hash: Uint8Array): Link | null {
    const row = this.#sql.run(`SELECT ${columns} FROM link WHERE hash = ?`, hash)[0];
    return row === undefined ? null : linkFrom(row);
  }

  /** All links but the owner's key, the oldest first. */
  links(): readonly Link[] {
    return this.#sql.run(`SELECT ${columns} FROM link WHERE role <> 'owner' ORDER BY created, hash`).map(linkFrom);
  }

  link(id: string): Link | null {
    const row = this.#row(id);
    return row === undefined ? null : linkFrom(row);
  }

  addLink({ hash, role, label, created, expires, password }: NewLink): Link {
    this.#sql.run(
      "INSERT INTO link (hash, role, label, created, expires, password) VALUES (?, ?, ?, ?, ?, ?)",
      hash,
      role,
      label,
      created,
      expires,
      password,
    );
    return { id: idOf(hash), role, label, created, expires, revoked: null, hasPassword: password !== null };
  }

  /** False when there is no such link that still opens something. */
  revokeLink(id: string, time: number): boolean {
    const link = this.#row(id);
    if (link === undefined || link["role"] === "owner" || link["revoked"] !== null) return false;
    this.#sql.run("UPDATE link SET revoked = ? WHERE hash = ?", time, readBlob(link["hash"]));
    return true;
  }

  forgetLink(id: string): void {
    const link = this.#row(id);
    if (link !== undefined) this.#sql.run("DELETE FROM link WHERE hash = ?", readBlob(link["hash"]));
  }

  /** What a link's password is checked against; null: it has none. */
  passwordOf(id: string): Uint8Array | null {
    const password = this.#row(id)?.["password"] ?? null;
    return password === null ? null : readBlob(password);
  }

  tries(id: string): Tries {
    const row = this.#row(id);
    return { count: readNumber(row?.["tries"] ?? 0), since: readNumber(row?.["tries_since"] ?? 0) };
  }

  keepTries(id: string, { count, since }: Tries): void {
    const link = this.#row(id);
    if (link === undefined) return;
    this.#sql.run("UPDATE link SET tries = ?, tries_since = ? WHERE hash = ?", count, since, readBlob(link["hash"]));
  }

  isRemoved(person: string): boolean {
    this.#removed ??= new Set(this.removedPeople().map((removed) => removed.person));
    return this.#removed.has(person);
  }

  /** Who was removed, the latest first. */
  removedPeople(): readonly RemovedPerson[] {
    return this.#sql.run("SELECT person, name, time FROM removed ORDER BY time DESC, person").map((row) => ({
      person: readText(row["person"]),
      name: readText(row["name"]),
      time: readNumber(row["time"]),
    }));
  }

  removePerson({ person, name, time }: RemovedPerson): void {
    this.#removed = null;
    this.#sql.run("INSERT OR REPLACE INTO removed (person, name, time) VALUES (?, ?, ?)", person, name, time);
  }

  /** False when nobody with this id was removed. */
  letBack(person: string): boolean {
    this.#removed = null;
    return this.#sql.run("DELETE FROM removed WHERE person = ? RETURNING person", person).length > 0;
  }

  #row(id: string): SqlRow | undefined {
    if (!/^[0-9a-f]{16}$/.test(id)) return undefined;
    const first = Uint8Array.from(id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    // By the key of the table: the links of everybody who is here are looked up at once when the owner changes a rule.
    const last = new Uint8Array(hashBytes).fill(0xff);
    last.set(first);
    return this.#sql.run(`SELECT ${columns}, tries, tries_since FROM link WHERE hash BETWEEN ? AND ?`, first, last)[0];
  }

  #readRules(): Rules {
    const names = ["access", "isLocked", "isEmbeddable", "expires", "deleted"];
    const rows = this.#sql.run(`SELECT key, value FROM meta WHERE key IN (${names.map(() => "?").join()})`, ...names);
    const values = new Map(rows.map((row) => [row["key"], row["value"] ?? null]));
    // What was never changed has no row.
    const access = values.get("access") ?? "edit";
    if (!isGivenRole(access)) throw new Error("the database holds no role where one must be");
    return {
      access,
      isLocked: values.get("isLocked") === 1,
      isEmbeddable: values.get("isEmbeddable") === 1,
      expires: timeOrNull(values.get("expires")),
      deleted: timeOrNull(values.get("deleted")),
    };
  }
}

function linkFrom(row: SqlRow): Link {
  const role = row["role"];
  if (role !== "owner" && !isLinkRole(role)) throw new Error("the database holds no role where one must be");
  return {
    id: idOf(readBlob(row["hash"])),
    role,
    label: readText(row["label"]),
    created: readNumber(row["created"]),
    expires: timeOrNull(row["expires"]),
    revoked: timeOrNull(row["revoked"]),
    hasPassword: row["password"] !== null,
  };
}

function idOf(hash: Uint8Array): string {
  return Array.from(hash.subarray(0, idBytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function timeOrNull(value: SqlValue | undefined): number | null {
  return value === null || value === undefined ? null : readNumber(value);
}
