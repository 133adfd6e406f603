/** What a journal promises over every implementation of the SQL port. Declared by `sqlContract`, for each of them. */

import { describe, expect, test } from "vitest";
import { Journal, NewerSchemaError, type Sql } from "../src/index.ts";
import { partBytes } from "../src/parts.ts";
import { BreakableSql } from "./breakable-sql.ts";
import { creation, reopen, testHistories } from "./journal-histories.ts";
import { storeSchema1 } from "./schema-1.ts";

const openRules = { access: "edit", isLocked: false, isEmbeddable: false, expires: null, deleted: null };

/** Declares the tests. `withSql` gives each an empty database. */
export function journalContract(name: string, withSql: (use: (sql: Sql) => void) => void | Promise<void>): void {
  describe(`a journal over ${name}`, () => {
    test("is not there before the document was created, and looking for it writes nothing", () =>
      withSql((sql) => {
        expect(Journal.open(sql, { epoch: () => creation.epoch, secret: () => creation.secret })).toBeNull();
        expect(tablesIn(sql)).toEqual([]);
      }));

    test("begins with the first text as its first version", () =>
      withSql((sql) => {
        Journal.create(sql, { ...creation, firstUpdate: Uint8Array.of(7) });
        const journal = reopen(sql);
        expect(journal.read()).toEqual({ snapshot: null, updates: [Uint8Array.of(7)], version: 1 });
        expect(journal.size()).toEqual({ logRows: 1, logBytes: 2, snapshotBytes: 0 });
        expect(journal.settings()).toEqual({ title: "Launch notes", language: "markdown", lineEnds: "lf" });
        expect(journal.times()).toEqual({ created: 1_000, updated: 1_000 });
        expect(journal.epoch()).toBe(creation.epoch);
      }));

    test("is created whole or not at all, and once", () =>
      withSql((sql) => {
        const breakable = new BreakableSql(sql);
        const first = { ...creation, firstUpdate: bytesOf(3_000_000) };
        const failures = breakable.breakAtEach(
          () => Journal.create(breakable, first),
          () => expect(tablesIn(sql)).toEqual([]),
        );
        expect(failures).toBeGreaterThan(10);
        expect(() => Journal.create(sql, creation)).toThrow("already");
        expect(areSame(reopen(sql).read().updates[0], first.firstUpdate)).toBe(true);
      }));

    test("is not created with an epoch that is none", () =>
      withSql((sql) => {
        expect(() => Journal.create(sql, { ...creation, epoch: "the first" })).toThrow("epoch");
        expect(tablesIn(sql)).toEqual([]);
      }));

    test("appends by one statement, a row in the log, and reads where the log ends only once", () =>
      withSql((sql) => {
        const breakable = new BreakableSql(sql);
        const journal = Journal.create(breakable, creation);
        journal.append([Uint8Array.of(1)], 1, 2_000);
        const appended: string[] = [];
        for (let version = 2; version <= 5; version += 1) {
          breakable.statements.length = 0;
          journal.append([Uint8Array.of(version)], version, 2_000);
          appended.push(...breakable.statements);
          if (version === 3) journal.compact(Uint8Array.of(1, 2, 3));
        }
        expect(appended.length).toBe(4);
        for (const statement of appended) expect(statement).toMatch(/^INSERT INTO log/);
      }));

    test("that fails to append keeps nothing of it, and appends it once when there is room again", () =>
      withSql((sql) => {
        const breakable = new BreakableSql(sql);
        const journal = Journal.create(breakable, creation);
        journal.append([Uint8Array.of(1)], 1, 2_000);
        const before = reopen(sql).read();
        const large = bytesOf(3_000_000);
        const failures = breakable.breakAtEach(
          () => journal.append([large, Uint8Array.of(2)], 3, 3_000),
          () => {
            expect(journal.read()).toEqual(before);
            expect(reopen(sql).read()).toEqual(before);
            expect(journal.times().updated).toBe(2_000);
          },
        );
        expect(failures).toBe(5); // At each of its four parts, and at the end of the transaction.
        const { updates, ...rest } = reopen(sql).read();
        expect(updates.map(({ length }) => length)).toEqual([1, 3_000_000, 1]);
        expect(areSame(updates[1], large)).toBe(true);
        expect(rest).toEqual({ snapshot: null, version: 3 });
        expect(reopen(sql).size()).toEqual(journal.size());
        expect(journal.size().logRows).toBe(5);
      }));

    test("overwrites nothing when the log is longer than it knew, and finds its end for the next append", () =>
      withSql((sql) => {
        const journal = Journal.create(sql, creation);
        journal.append([Uint8Array.of(1)], 1, 2_000);
        reopen(sql).append([Uint8Array.of(2)], 2, 2_000);
        expect(() => journal.append([Uint8Array.of(3)], 3, 3_000)).toThrow();
        journal.append([Uint8Array.of(3)], 3, 3_000);
        const updates = [1, 2, 3].map((byte) => Uint8Array.of(byte));
        expect(reopen(sql).read()).toMatchObject({ updates, version: 3 });
        expect(journal.size().logRows).toBe(3);
      }));

    test("that fails to compact leaves log and snapshot as they were, and goes on", () =>
      withSql((sql) => {
        const breakable = new BreakableSql(sql);
        const journal = Journal.create(breakable, creation);
        journal.append([Uint8Array.of(1)], 1, 2_000);
        journal.compact(bytesOf(partBytes + 1));
        journal.append([Uint8Array.of(2), Uint8Array.of(3)], 3, 3_000);
        const { snapshot, ...before } = reopen(sql).read();
        const failures = breakable.breakAtEach(
          () => journal.compact(bytesOf(10)),
          () => {
            for (const { snapshot: kept, ...rest } of [journal.read(), reopen(sql).read()]) {
              expect(areSame(kept, snapshot)).toBe(true);
              expect(rest).toEqual(before);
            }
          },
        );
        expect(failures).toBeGreaterThan(5);
        expect(reopen(sql).read()).toEqual({ snapshot: bytesOf(10), updates: [], version: 3 });
        expect(journal.size()).toEqual({ logRows: 0, logBytes: 0, snapshotBytes: 10 });
        expect(reopen(sql).times()).toEqual({ created: 1_000, updated: 3_000 });
      }));

    test("keeps what fills a row, is longer, or is nothing, in the log and in the snapshot", () =>
      withSql((sql) => {
        const journal = Journal.create(sql, creation);
        const borders = [-4, -3, -2, -1, 0, 1].map((more) => partBytes + more);
        for (const [index, length] of [0, 1, ...borders, 3_000_000].entries()) {
          const bytes = bytesOf(length);
          journal.append([bytes], index + 1, 2_000);
          expect(areSame(reopen(sql).read().updates[0], bytes)).toBe(true);
          expect(reopen(sql).size()).toEqual(journal.size());
          expect(journal.size().logBytes).toBe(number(sql, "SELECT sum(length(bytes)) AS number FROM log"));
          expect(journal.size().logRows).toBe(number(sql, "SELECT count(*) AS number FROM log"));
          expect(number(sql, "SELECT max(length(bytes)) AS number FROM log")).toBeLessThan(1_000_000);
          journal.compact(bytes);
          expect(areSame(reopen(sql).read().snapshot, bytes)).toBe(true);
          expect(reopen(sql).read()).toMatchObject({ updates: [], version: index + 1 });
          expect(reopen(sql).size()).toEqual({ logRows: 0, logBytes: 0, snapshotBytes: length });
          expect(number(sql, "SELECT max(length(bytes)) AS number FROM snapshot")).toBeLessThan(1_000_000);
        }
        journal.compact(Uint8Array.of(1));
        expect(reopen(sql).read().snapshot).toEqual(Uint8Array.of(1));
      }));

    test("gives nothing rather than a document with a hole", () =>
      withSql((sql) => {
        const journal = Journal.create(sql, creation);
        journal.compact(bytesOf(2 * partBytes + 1));
        sql.run("DELETE FROM snapshot WHERE part = 1");
        expect(() => reopen(sql).read()).toThrow("no bytes");
        journal.compact(Uint8Array.of(1));
        journal.append([bytesOf(partBytes)], 1, 2_000);
        sql.run("DELETE FROM log WHERE part = 1");
        expect(() => reopen(sql).read()).toThrow();
      }));

    for (const isCompacted of [false, true]) {
      test(`keeps all of schema 1, ${isCompacted ? "just compacted" : "with a log"}, and gives it an epoch for ever`, () =>
        withSql((sql) => {
          storeSchema1(sql, isCompacted);
          const breakable = new BreakableSql(sql);
          let made = 0;
          const fresh = {
            epoch: () => {
              made += 1;
              return made.toString(16).padStart(32, "0");
            },
            secret: () => new Uint8Array(32).fill(made),
          };
          breakable.breakAtEach(
            () => Journal.open(breakable, fresh),
            () => expect(sql.run("SELECT value FROM meta WHERE key IN ('schema', 'epoch')")).toEqual([{ value: 1 }]),
          );
          const epoch = made.toString(16).padStart(32, "0");
          const journal = reopen(sql);
          expect(journal.epoch()).toBe(epoch);
          expect(journal.access.secret()).toEqual(new Uint8Array(32).fill(made));
          expect(journal.access.rules()).toEqual(openRules);
          const updates = isCompacted ? [] : [Uint8Array.of(1), Uint8Array.of(2, 2), Uint8Array.of(3)];
          expect(journal.read()).toEqual({ snapshot: Uint8Array.of(5, 5), updates, version: 7 });
          const log = isCompacted ? { logRows: 0, logBytes: 0 } : { logRows: 3, logBytes: 7 };
          expect(journal.size()).toEqual({ ...log, snapshotBytes: 2 });
          expect(journal.times()).toEqual({ created: 1_000, updated: 3_000 });
          expect(journal.settings()).toEqual({ title: "Launch notes", language: "markdown", lineEnds: "lf" });
          expect(sql.run("SELECT hash, role FROM link")).toEqual([{ hash: Uint8Array.of(1, 2, 3), role: "owner" }]);
          journal.append([Uint8Array.of(4)], 8, 4_000);
          expect(reopen(sql).read()).toMatchObject({ updates: [...updates, Uint8Array.of(4)], version: 8 });
        }));
    }

    test("keeps what the owner decides for all, and begins open to everybody", () =>
      withSql((sql) => {
        const { access } = Journal.create(sql, creation);
        expect(access.rules()).toEqual(openRules);
        access.changeRules({ access: "view", isLocked: true });
        access.changeRules({ expires: 9_000, isEmbeddable: true, isLocked: false });
        const changed = { access: "view", isLocked: false, isEmbeddable: true, expires: 9_000, deleted: null };
        expect(access.rules()).toEqual(changed);
        expect(reopen(sql).access.rules()).toEqual(changed);
        access.changeRules({ deleted: 5_000, expires: null });
        expect(reopen(sql).access.rules()).toEqual({ ...changed, deleted: 5_000, expires: null });
      }));

    test("keeps links by the hashes of their keys, and the owner's key apart", () =>
      withSql((sql) => {
        const { access } = Journal.create(sql, creation);
        const hash = Uint8Array.from({ length: 32 }, (_, index) => index + 16);
        const link = { role: "view", label: "For the board", created: 2_000, expires: 5_000 } as const;
        const kept = access.addLink({ ...link, hash, password: null });
        expect(kept).toEqual({ ...link, id: "1011121314151617", revoked: null, hasPassword: false });
        const again = reopen(sql).access;
        expect(again.linkOf(hash)).toEqual(kept);
        expect(again.link(kept.id)).toEqual(kept);
        expect(again.links()).toEqual([kept]);
        expect(again.linkOf(creation.ownerKeyHash)).toMatchObject({ role: "owner" });
        expect(again.linkOf(Uint8Array.of(9))).toBeNull();
        for (const id of ["", "1011121314151618", "%", "1011121314151617 "]) expect(again.link(id)).toBeNull();
        expect(() => access.addLink({ ...link, hash, password: null })).toThrow();
      }));

    test("revokes a link once, and never the owner's key", () =>
      withSql((sql) => {
        const { access } = Journal.create(sql, creation);
        const hash = new Uint8Array(32).fill(5);
        const { id } = access.addLink({ hash, role: "edit", label: "", created: 1, expires: null, password: null });
        expect(access.revokeLink(id, 3_000)).toBe(true);
        expect(access.revokeLink(id, 4_000)).toBe(false);
        expect(reopen(sql).access.linkOf(hash)).toMatchObject({ revoked: 3_000 });
        const owner = access.linkOf(creation.ownerKeyHash);
        expect(access.revokeLink(owner?.id ?? "", 4_000)).toBe(false);
        access.forgetLink(id);
        expect(reopen(sql).access.linkOf(hash)).toBeNull();
      }));

    test("keeps a link's password and how often it was tried", () =>
      withSql((sql) => {
        const { access } = Journal.create(sql, creation);
        const link = { role: "view", label: "", created: 1, expires: null } as const;
        const { id } = access.addLink({ ...link, hash: new Uint8Array(32).fill(5), password: Uint8Array.of(1, 2) });
        const open = access.addLink({ ...link, hash: new Uint8Array(32).fill(6), password: null });
        expect(access.passwordOf(open.id)).toBeNull();
        expect(access.tries(id)).toEqual({ count: 0, since: 0 });
        access.keepTries(id, { count: 3, since: 7_000 });
        expect(reopen(sql).access.tries(id)).toEqual({ count: 3, since: 7_000 });
        expect(reopen(sql).access.tries(open.id)).toEqual({ count: 0, since: 0 });
        expect(reopen(sql).access.passwordOf(id)).toEqual(Uint8Array.of(1, 2));
        expect(reopen(sql).access.link(id)).toMatchObject({ hasPassword: true });
      }));

    test("keeps who was removed until they are let back", () =>
      withSql((sql) => {
        const { access } = Journal.create(sql, creation);
        access.removePerson({ person: "fox", name: "Quick Fox", time: 2_000 });
        access.removePerson({ person: "owl", name: "Calm Owl", time: 3_000 });
        expect(reopen(sql).access.isRemoved("fox")).toBe(true);
        expect(reopen(sql).access.isRemoved("wren")).toBe(false);
        expect(reopen(sql).access.removedPeople()).toEqual([
          { person: "owl", name: "Calm Owl", time: 3_000 },
          { person: "fox", name: "Quick Fox", time: 2_000 },
        ]);
        expect(access.letBack("fox")).toBe(true);
        expect(access.letBack("fox")).toBe(false);
        expect(reopen(sql).access.isRemoved("fox")).toBe(false);
      }));

    test("refuses a schema that is newer than it knows, and leaves it alone", () =>
      withSql((sql) => {
        Journal.create(sql, creation);
        sql.run("UPDATE meta SET value = 999 WHERE key = 'schema'");
        expect(() => reopen(sql)).toThrow(NewerSchemaError);
        expect(sql.run("SELECT value FROM meta WHERE key = 'schema'")).toEqual([{ value: 999 }]);
      }));

    test("changes title, language and line ends together, or neither", () =>
      withSql((sql) => {
        const breakable = new BreakableSql(sql);
        const journal = Journal.create(breakable, creation);
        breakable.breakAtEach(
          () => journal.changeSettings({ title: "Minutes", language: "plain", lineEnds: "crlf" }),
          () => expect(reopen(sql).settings()).toEqual({ title: "Launch notes", language: "markdown", lineEnds: "lf" }),
        );
        expect(reopen(sql).settings()).toEqual({ title: "Minutes", language: "plain", lineEnds: "crlf" });
      }));

    testHistories(withSql);
  });
}

/** The tables of the journal's, not those of the platform's own. */
function tablesIn(sql: Sql): readonly unknown[] {
  return sql.run("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'");
}

function number(sql: Sql, question: string): number {
  return Number(sql.run(question)[0]?.["number"]);
}

function bytesOf(length: number): Uint8Array {
  return new Uint8Array(length).map((_, index) => index % 251);
}

/** Byte by byte, and fast: the test runner's own comparison takes seconds for megabytes. */
function areSame(a: Uint8Array | null | undefined, b: Uint8Array | null | undefined): boolean {
  if (!(a && b) || a.length !== b.length) return false;
  return a.every((byte, index) => byte === b[index]);
}
