/** How a document is kept: log, snapshot, settings, over a small synchronous SQL port. */
export { type Creation, Journal, type StoredDocument } from "./journal.ts";
export { NewerSchemaError } from "./migrations.ts";
export type { Sql, SqlRow, SqlValue } from "./sql.ts";
