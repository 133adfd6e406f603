/** What every implementation of the SQL port must do, and every journal over it: here `node:sqlite`, the object's in its tests. */

import { describe, expect, test } from "vitest";
import type { Sql } from "../src/index.ts";
import { journalContract } from "./journal-contract.ts";

/** Declares the tests. `withSql` gives each test an empty database. */
export function sqlContract(name: string, withSql: (use: (sql: Sql) => void) => void | Promise<void>): void {
  describe(`the SQL port over ${name}`, () => {
    test("gives back what was stored, of every kind", () =>
      withSql((sql) => {
        sql.run("CREATE TABLE t (a, b, c, d, e, f)");
        const bytes = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
        const time = Date.UTC(2100, 0);
        sql.run("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", "text", 1.5, null, bytes, time, bytes.subarray(3));
        const rest = { d: new Uint8Array([1, 2, 3]), e: time, f: new Uint8Array() };
        expect(sql.run("SELECT * FROM t")).toEqual([{ a: "text", b: 1.5, c: null, ...rest }]);
      }));

    test("stores nothing of a transaction that throws, and passes its error on", () =>
      withSql((sql) => {
        sql.run("CREATE TABLE t (a)");
        const fail = () =>
          sql.transaction(() => {
            sql.run("INSERT INTO t VALUES (1)");
            throw new Error("the disk is full");
          });
        expect(fail).toThrow("the disk is full");
        expect(sql.run("SELECT * FROM t")).toEqual([]);
      }));

    test("stores a transaction within a transaction with the outer one", () =>
      withSql((sql) => {
        sql.run("CREATE TABLE t (a)");
        sql.transaction(() => {
          sql.run("INSERT INTO t VALUES (1)");
          sql.transaction(() => sql.run("INSERT INTO t VALUES (2)"));
        });
        expect(sql.run("SELECT a FROM t ORDER BY a")).toEqual([{ a: 1 }, { a: 2 }]);
      }));

    test("undoes only the inner transaction when the outer one goes on", () =>
      withSql((sql) => {
        sql.run("CREATE TABLE t (a)");
        sql.transaction(() => {
          sql.run("INSERT INTO t VALUES (1)");
          const fail = () =>
            sql.transaction(() => {
              sql.run("INSERT INTO t VALUES (2)");
              throw new Error("not this");
            });
          expect(fail).toThrow("not this");
          sql.run("INSERT INTO t VALUES (3)");
        });
        expect(sql.run("SELECT a FROM t ORDER BY a")).toEqual([{ a: 1 }, { a: 3 }]);
      }));

    test("undoes the inner transaction with the outer one", () =>
      withSql((sql) => {
        sql.run("CREATE TABLE t (a)");
        const fail = () =>
          sql.transaction(() => {
            sql.transaction(() => sql.run("INSERT INTO t VALUES (1)"));
            throw new Error("nor that");
          });
        expect(fail).toThrow("nor that");
        expect(sql.run("SELECT a FROM t")).toEqual([]);
      }));

    test("undoes a table that was made anew with its transaction", () =>
      withSql((sql) => {
        sql.run("CREATE TABLE t (a)");
        sql.run("INSERT INTO t VALUES (1)");
        const fail = () =>
          sql.transaction(() => {
            sql.run("DROP TABLE t");
            sql.run("CREATE TABLE t (b)");
            throw new Error("the disk is full");
          });
        expect(fail).toThrow("the disk is full");
        expect(sql.run("SELECT * FROM t")).toEqual([{ a: 1 }]);
      }));

    test("throws at a statement that fails", () =>
      withSql((sql) => {
        expect(() => sql.run("SELECT * FROM nowhere")).toThrow();
      }));
  });

  journalContract(name, withSql);
}
