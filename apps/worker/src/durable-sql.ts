/** The journal's SQL port over a Durable Object's SQLite. */

import type { Sql, SqlRow, SqlValue } from "@samepage/journal";
import { Counters } from "./counters.ts";

/**
 * `storage` as the journal wants it: blobs as `Uint8Array`, transactions synchronous and nestable. The rows that it
 * reads and writes are added to `counters`.
 */
export function durableSql(storage: DurableObjectStorage, counters = new Counters()): Sql {
  return {
    run(statement, ...bindings) {
      const cursor = storage.sql.exec<Record<string, SqlStorageValue>>(statement, ...bindings.map(toStorage));
      const rows = cursor.toArray();
      counters.rowsRead += cursor.rowsRead;
      counters.rowsWritten += cursor.rowsWritten;
      return rows.map(fromStorage);
    },
    transaction(work) {
      storage.transactionSync(work);
    },
  };
}

/** The platform takes an `ArrayBuffer`, not a view: a view of a larger buffer is copied. */
function toStorage(value: SqlValue): SqlStorageValue {
  return value instanceof Uint8Array ? value.slice().buffer : value;
}

function fromStorage(row: Record<string, SqlStorageValue>): SqlRow {
  const entries = Object.entries(row).map(([column, value]): [string, SqlValue] => [
    column,
    value instanceof ArrayBuffer ? new Uint8Array(value) : value,
  ]);
  return Object.fromEntries(entries);
}
