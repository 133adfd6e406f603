import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Creation, Journal, NewerSchemaError, type Sql } from "../src/index.ts";
import { nodeSql } from "./node-sql.ts";
import { sqlContract } from "./sql-contract.ts";

const creation: Creation = {
  time: 1_000,
  title: "Launch notes",
  language: "markdown",
  ownerKeyHash: Uint8Array.of(1, 2, 3),
  firstUpdate: null,
};

sqlContract("node:sqlite", (use) => use(nodeSql()));

/** The journal as the next process would find it. */
function reopen(sql: Sql): Journal {
  const journal = Journal.open(sql);
  if (journal === null) throw new Error("nothing was created");
  return journal;
}

describe("a journal", () => {
  test("is not there before the document was created, and looking for it writes nothing", () => {
    const sql = nodeSql();
    expect(Journal.open(sql)).toBeNull();
    expect(sql.run("SELECT name FROM sqlite_master")).toEqual([]);
  });

  test("begins with the first text as its first version", () => {
    const sql = nodeSql();
    Journal.create(sql, { ...creation, firstUpdate: Uint8Array.of(7) });
    const journal = reopen(sql);
    expect(journal.read()).toEqual({ snapshot: null, updates: [Uint8Array.of(7)], version: 1, logRows: 1 });
    expect(journal.settings()).toEqual({ title: "Launch notes", language: "markdown" });
    expect(journal.times()).toEqual({ created: 1_000, updated: 1_000 });
  });

  test("cannot be created twice", () => {
    const sql = nodeSql();
    Journal.create(sql, creation);
    expect(() => Journal.create(sql, creation)).toThrow("already");
  });

  test("gives back every update in order, whatever was appended and compacted in between", () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 50 });
    const step = fc.oneof(
      fc.array(bytes, { minLength: 1, maxLength: 5 }).map((updates) => ({ kind: "append" as const, updates })),
      bytes.map((snapshot) => ({ kind: "compact" as const, snapshot })),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const sql = nodeSql();
        Journal.create(sql, creation);
        let expected: { snapshot: Uint8Array | null; updates: Uint8Array[] } = { snapshot: null, updates: [] };
        let version = 0;
        for (const step of steps) {
          const journal = reopen(sql);
          if (step.kind === "append") {
            version += step.updates.length;
            journal.append(step.updates, version, 2_000);
            expected.updates.push(...step.updates);
          } else {
            journal.compact(step.snapshot);
            expected = { snapshot: step.snapshot, updates: [] };
          }
        }
        expect(reopen(sql).read()).toMatchObject({ ...expected, version });
      }),
      { numRuns: 60 },
    );
  });

  test("keeps what is larger than a row, in the log and in the snapshot", () => {
    const sql = nodeSql();
    const journal = Journal.create(sql, creation);
    const large = new Uint8Array(2_500_000).map((_, index) => index % 251);
    journal.append([large, Uint8Array.of(1)], 2, 2_000);
    const [first = new Uint8Array(), ...rest] = reopen(sql).read().updates;
    expect(Buffer.compare(first, large)).toBe(0);
    expect(rest).toEqual([Uint8Array.of(1)]);
    expect(sql.run("SELECT max(length(bytes)) AS longest FROM log")[0]?.["longest"]).toBeLessThan(1_000_000);
    journal.compact(large);
    const { snapshot, ...log } = reopen(sql).read();
    expect(Buffer.compare(snapshot ?? new Uint8Array(), large)).toBe(0);
    expect(log).toEqual({ updates: [], version: 2, logRows: 0 });
  });

  test("refuses a schema that is newer than it knows, and leaves it alone", () => {
    const sql = nodeSql();
    Journal.create(sql, creation);
    sql.run("UPDATE meta SET value = 999 WHERE key = 'schema'");
    expect(() => Journal.open(sql)).toThrow(NewerSchemaError);
    expect(sql.run("SELECT value FROM meta WHERE key = 'schema'")).toEqual([{ value: 999 }]);
  });

  test("changes title and language together", () => {
    const sql = nodeSql();
    Journal.create(sql, creation).changeSettings("Minutes", "plain");
    expect(reopen(sql).settings()).toEqual({ title: "Minutes", language: "plain" });
  });
});
