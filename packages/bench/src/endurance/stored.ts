/** What a document takes on disk, read from the database itself once the runtime has ended. */

import { globSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export interface Stored {
  /** All pages of the database, the empty ones too. */
  readonly pageBytes: number;
  readonly freeBytes: number;
  readonly snapshotBytes: number;
  readonly logRows: number;
}

/** The largest document below `dataDir`. @throws when there is none */
export function largestStored(dataDir: string): Stored {
  const files = globSync(`${dataDir}/documents/*.sqlite`).filter((file) => !file.endsWith("metadata.sqlite"));
  const [largest] = files.map(stored).toSorted((one, other) => other.pageBytes - one.pageBytes);
  if (largest === undefined) throw new Error(`no document is stored in ${dataDir}`);
  return largest;
}

function stored(file: string): Stored {
  const database = new DatabaseSync(file);
  const number = (statement: string): number => {
    const value = Object.values(database.prepare(statement).get() ?? {})[0];
    return typeof value === "number" ? value : 0;
  };
  const pageSize = number("PRAGMA page_size");
  const result = {
    pageBytes: number("PRAGMA page_count") * pageSize,
    freeBytes: number("PRAGMA freelist_count") * pageSize,
    snapshotBytes: number("SELECT sum(length(bytes)) FROM snapshot"),
    logRows: number("SELECT count(DISTINCT seq) FROM log"),
  };
  database.close();
  return result;
}
