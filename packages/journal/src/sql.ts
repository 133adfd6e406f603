/** The port to a SQLite database: small and synchronous, so that a commit is one call. Implemented outside. */

export type SqlValue = string | number | null | Uint8Array;

/** One row. Blobs arrive as `Uint8Array`, integers as numbers. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface Sql {
  /** Runs one statement and returns its rows. @throws what the database reports; nothing is then changed by it */
  run(statement: string, ...bindings: readonly SqlValue[]): readonly SqlRow[];
  /** Runs `work` in one transaction: all of it is stored, or (when it throws, and the error passes through) none. */
  transaction(work: () => void): void;
}
