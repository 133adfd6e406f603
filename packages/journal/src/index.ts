/** How a document is kept: log, snapshot, settings, access, over a small synchronous SQL port. */
export type { AccessRecords, NewLink, RemovedPerson } from "./access-records.ts";
export { type Creation, Journal, type StoredDocument } from "./journal.ts";
export { type Fresh, NewerSchemaError } from "./migrations.ts";
export type { Sql, SqlRow, SqlValue } from "./sql.ts";
