/** The process of Hocuspocus with its own settings, keeping documents in SQLite: `hocuspocus-server.ts <port> <file>`. */

import { DatabaseSync } from "node:sqlite";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";

const [port, file] = process.argv.slice(2);
const sqlite = new DatabaseSync(file ?? ":memory:");
// The table and the statements of @hocuspocus/extension-sqlite, whose own driver has to be compiled.
sqlite.exec(
  'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
);
const select = sqlite.prepare('SELECT data FROM "documents" WHERE name = ? ORDER BY rowid DESC');
const upsert = sqlite.prepare(
  'INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
);

await new Server({
  address: "127.0.0.1",
  port: Number(port),
  quiet: true,
  extensions: [
    new Database({
      async fetch({ documentName }) {
        const data = select.get(documentName)?.["data"];
        return data instanceof Uint8Array ? data : null;
      },
      async store({ documentName, state }) {
        upsert.run(documentName, state);
      },
    }),
  ],
}).listen();
