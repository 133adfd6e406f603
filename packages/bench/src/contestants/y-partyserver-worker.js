/** y-partyserver as its README sets it up, with its document kept in the object's own SQLite. */

import { routePartykitRequest } from "partyserver";
import { YServer } from "y-partyserver";
import { applyUpdate, encodeStateAsUpdate } from "yjs";

// A row of SQLite in an object holds 2 MB.
const partBytes = 1_000_000;

export class PartyDocument extends YServer {
  async onLoad() {
    const { sql } = this.ctx.storage;
    sql.exec("CREATE TABLE IF NOT EXISTS part (number INTEGER PRIMARY KEY, bytes BLOB)");
    const parts = [...sql.exec("SELECT bytes FROM part ORDER BY number")].map(({ bytes }) => bytes);
    if (parts.length > 0) applyUpdate(this.document, new Uint8Array(await new Blob(parts).arrayBuffer()));
  }

  async onSave() {
    const update = encodeStateAsUpdate(this.document);
    this.ctx.storage.transactionSync(() => {
      const { sql } = this.ctx.storage;
      sql.exec("DELETE FROM part");
      for (let start = 0; start < update.length; start += partBytes) {
        sql.exec("INSERT INTO part (bytes) VALUES (?)", update.slice(start, start + partBytes).buffer);
      }
    });
  }
}

export default {
  async fetch(request, environment) {
    return (await routePartykitRequest(request, environment)) ?? new Response("Not found", { status: 404 });
  },
};
