/** The SQL port over `node:sqlite`, in memory, for tests. */

import { DatabaseSync } from "node:sqlite";
import type { Sql, SqlRow } from "../src/index.ts";

export function nodeSql(): Sql {
  const database = new DatabaseSync(":memory:");
  let depth = 0;
  return {
    run(statement, ...bindings) {
      return database
        .prepare(statement)
        .all(...bindings)
        .map((row): SqlRow => ({ ...(row as SqlRow) }));
    },
    transaction(work) {
      const savepoint = `depth${depth}`;
      depth += 1;
      database.exec(`SAVEPOINT ${savepoint}`);
      try {
        work();
      } catch (error) {
        database.exec(`ROLLBACK TO ${savepoint}`);
        throw error;
      } finally {
        database.exec(`RELEASE ${savepoint}`);
        depth -= 1;
      }
    },
  };
}
