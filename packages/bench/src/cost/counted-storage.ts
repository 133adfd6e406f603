/** The storage of an object with its rows counted as they are billed. It runs in the Workers runtime. */

interface RowCounters {
  rowsRead: number;
  rowsWritten: number;
}

interface Cursor extends RowCounters {
  toArray(): unknown[];
}

interface Storage {
  readonly sql: { exec(...statement: unknown[]): Cursor };
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
}

/**
 * `storage`, adding to `counters` what is done through it. A statement's rows are read at once and come as an array;
 * each key that is read or written is a row.
 */
export function countedStorage<Own extends Storage>(storage: Own, counters: RowCounters) {
  const exec = (...statement: unknown[]): unknown[] => {
    const cursor = storage.sql.exec(...statement);
    const rows = cursor.toArray();
    counters.rowsRead += cursor.rowsRead;
    counters.rowsWritten += cursor.rowsWritten;
    return rows;
  };
  const get = (key: string): Promise<unknown> => {
    counters.rowsRead += 1;
    return storage.get(key);
  };
  const put = (key: string, value: unknown): Promise<void> => {
    counters.rowsWritten += 1;
    return storage.put(key, value);
  };
  return withMembers(storage, { sql: withMembers(storage.sql, { exec }), get, put });
}

/** `target` with `members` in the place of its own. The platform's methods work on its own objects alone. */
export function withMembers<Target extends object, Members extends object>(
  target: Target,
  members: Members,
): Omit<Target, keyof Members> & Members {
  const get = (_: object, name: string | symbol): unknown => {
    if (Object.hasOwn(members, name)) return Reflect.get(members, name);
    const value = Reflect.get(target, name);
    return typeof value === "function" ? value.bind(target) : value;
  };
  return new Proxy(target, { get }) as Target & Members;
}
