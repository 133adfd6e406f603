/** A database whose disk can fill up: an SQL port in front of another one, for tests. */

import type { Sql } from "../src/index.ts";

export class BreakableSql implements Sql {
  /** Statements that still succeed. */
  statementsLeft = Number.POSITIVE_INFINITY;
  /** What was run, in order. */
  readonly statements: string[] = [];
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  run: Sql["run"] = (statement, ...bindings) => {
    if (this.statementsLeft === 0) throw new Error("the disk is full");
    this.statementsLeft -= 1;
    this.statements.push(statement);
    return this.#sql.run(statement, ...bindings);
  };

  /** What is committed with the last statement fails too. */
  transaction: Sql["transaction"] = (work) => {
    this.#sql.transaction(() => {
      work();
      if (this.statementsLeft === 0) throw new Error("the disk is full");
    });
  };

  /** Does `work` with room for no statement, then for one, and so on, until it succeeds. @returns how often it failed */
  breakAtEach(work: () => void, afterFailure: () => void): number {
    for (let statements = 0; ; statements += 1) {
      this.statementsLeft = statements;
      try {
        work();
        return statements;
      } catch (error) {
        if (!(error instanceof Error) || error.message !== "the disk is full") throw error;
      } finally {
        this.statementsLeft = Number.POSITIVE_INFINITY;
      }
      afterFailure();
    }
  }
}
