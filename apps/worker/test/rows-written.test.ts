import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Journal, type Sql } from "@samepage/journal";
import { expect, test } from "vitest";
import { durableSql } from "../src/durable-sql.ts";

test("a commit costs one row written, and its compaction next to nothing", async () => {
  const stub = env.DOCUMENTS.get(env.DOCUMENTS.newUniqueId());
  await runInDurableObject(stub, (_instance, state) => {
    let written = 0;
    const counting: Sql = {
      ...durableSql(state.storage),
      run(statement, ...bindings) {
        const values = bindings.map((value) => (value instanceof Uint8Array ? value.slice().buffer : value));
        const cursor = state.storage.sql.exec(statement, ...values);
        const rows = cursor.toArray().map((row) => row as Record<string, string | number | null>);
        written += cursor.rowsWritten;
        return rows;
      },
    };
    const epoch = "00112233445566778899aabbccddeeff";
    const content = { title: "", language: "plain", ownerKeyHash: Uint8Array.of(1), firstUpdate: null };
    const journal = Journal.create(counting, { ...content, epoch, time: 1_000 });
    written = 0;
    for (let version = 1; version <= 500; version += 1) journal.append([Uint8Array.of(1)], version, 2_000);
    expect(written).toBe(500);
    journal.compact(Uint8Array.of(1));
    expect(written).toBeLessThanOrEqual(510);
  });
});
