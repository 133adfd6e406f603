/** What every implementation of the SQL port must do; run over `node:sqlite` here and over the object's in its tests. */

import { describe, expect, test } from "vitest";
import type { Sql } from "../src/index.ts";

/** Declares the tests. `withSql` gives each test an empty database. */
export function sqlContract(name: string, withSql: (use: (sql: Sql) => void) => void | Promise<void>): void {
  describe(`the SQL port over ${name}`, () => {
    test("gives back what was stored, of every kind", () =>
      withSql((sql) => {
        sql.run("CREATE TABLE t (a, b, c, d)");
        const bytes = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
        sql.run("INSERT INTO t VALUES (?, ?, ?, ?)", "text", 1.5, null, bytes);
        expect(sql.run("SELECT * FROM t")).toEqual([{ a: "text", b: 1.5, c: null, d: new Uint8Array([1, 2, 3]) }]);
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

    test("throws at a statement that fails", () =>
      withSql((sql) => {
        expect(() => sql.run("SELECT * FROM nowhere")).toThrow();
      }));
  });
}
