import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Journal } from "@samepage/journal";
import { expect, test } from "vitest";
import { Counters } from "../src/counters.ts";
import { durableSql } from "../src/durable-sql.ts";

test("a commit costs one row written, and its compaction next to nothing", async () => {
  const stub = env.DOCUMENTS.get(env.DOCUMENTS.newUniqueId());
  await runInDurableObject(stub, (_instance, state) => {
    const counters = new Counters();
    const epoch = "00112233445566778899aabbccddeeff";
    const content = {
      title: "",
      language: "plain",
      lineEnds: "lf" as const,
      ownerKeyHash: Uint8Array.of(1),
      firstUpdate: null,
    };
    const secret = new Uint8Array(32);
    const journal = Journal.create(durableSql(state.storage, counters), { ...content, epoch, secret, time: 1_000 });
    const before = counters.rowsWritten;
    for (let version = 1; version <= 500; version += 1) journal.append([Uint8Array.of(1)], version, 2_000);
    expect(counters.rowsWritten - before).toBe(500);
    journal.compact(Uint8Array.of(1));
    expect(counters.rowsWritten - before).toBeLessThanOrEqual(510);
  });
});
