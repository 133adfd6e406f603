import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { meterStub } from "../src/metering/meter-stub.ts";
import type { Subject } from "../src/metering/subjects.ts";

const hourMs = 3_600_000;

/** A time at which windows of an hour and of a minute have just begun, and no alarm of this test rings by itself. */
const begin = (Math.floor(Date.now() / hourMs) + 1) * hourMs;

type Stub = ReturnType<typeof meterStub>;

function newMeter(): Stub {
  return env.METERS.get(env.METERS.newUniqueId());
}

interface Kept {
  readonly rows: readonly Record<string, SqlStorageValue>[];
  readonly alarm: number | null;
}

function kept(stub: Stub): Promise<Kept> {
  return runInDurableObject(stub, async (_instance, { storage }) => {
    const isThere = storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'usage'").toArray().length > 0;
    const rows = isThere ? storage.sql.exec("SELECT * FROM usage ORDER BY subject, use").toArray() : [];
    return { rows, alarm: await storage.getAlarm() };
  });
}

/** Resolves when something is kept. */
function untilKept(stub: Stub): Promise<Kept> {
  return vi.waitUntil(
    async () => {
      const now = await kept(stub);
      return now.rows.length > 0 && now.alarm !== null ? now : false;
    },
    { timeout: 10_000 },
  );
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: begin }));
afterEach(() => void vi.useRealTimers());

describe("the object that counts what clients use", () => {
  test("counts up to the limit, and says when there is more", async () => {
    const stub = newMeter();
    for (const used of [1, 2, 3]) {
      expect(await stub.add("address:a", "connects", 3)).toEqual({ isCounted: true, used, ends: begin + 60_000 });
    }
    expect(await stub.add("address:a", "connects", 3)).toEqual({ isCounted: false, used: 3, ends: begin + 60_000 });
    expect((await stub.add("address:b", "connects", 3)).isCounted).toBe(true);
    vi.setSystemTime(begin + 60_000);
    expect(await stub.add("address:a", "connects", 3)).toMatchObject({ isCounted: true, used: 1 });
  });

  test("counts each of many that come at the same time", async () => {
    const stub = newMeter();
    const answers = await Promise.all(Array.from({ length: 100 }, () => stub.add("address:a", "requests", 60)));
    expect(answers.filter(({ isCounted }) => isCounted).length).toBe(60);
    expect((await stub.read("address:a")).requests.used).toBe(60);
  });

  test("keeps a flood in a row, soon after, and knows it when it is loaded anew", async () => {
    const stub = newMeter();
    await Promise.all(Array.from({ length: 50 }, () => stub.add("address:a", "creates", null)));
    await stub.charge("address:a", "connects", 60);
    const { rows, alarm } = await untilKept(stub);
    expect(rows).toEqual([
      { subject: "address:a", use: "connects", used: 60, ends: begin + 60_000 },
      { subject: "address:a", use: "creates", used: 50, ends: begin + hourMs },
    ]);
    expect(alarm).toBe(begin + 60_000);
    await evictDurableObject(stub);
    expect(await stub.read("address:a")).toMatchObject({ creates: { used: 50 }, connects: { used: 60 } });
    expect(await stub.add("address:a", "creates", 50)).toMatchObject({ isCounted: false, used: 50 });
  });

  test("erases each count when its window is over, and at last everything", async () => {
    const stub = newMeter();
    await stub.add("address:a", "creates", null);
    await stub.add("address:b", "connects", null);
    await untilKept(stub);
    vi.setSystemTime(begin + 60_000);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await kept(stub)).toEqual({
      rows: [{ subject: "address:a", use: "creates", used: 1, ends: begin + hourMs }],
      alarm: begin + hourMs,
    });
    vi.setSystemTime(begin + hourMs);
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await kept(stub)).toEqual({ rows: [], alarm: null });
    const tables = await runInDurableObject(stub, (_instance, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'").toArray(),
    );
    expect(tables).toEqual([]);
  });

  test("counts and keeps again after it has erased everything", async () => {
    const stub = newMeter();
    await stub.add("address:a", "connects", null);
    await untilKept(stub);
    vi.setSystemTime(begin + 60_000);
    await runDurableObjectAlarm(stub);
    await stub.add("address:a", "connects", null);
    expect(await untilKept(stub)).toMatchObject({ rows: [{ used: 1 }], alarm: begin + 120_000 });
  });

  test("keeps nothing for being asked", async () => {
    const stub = newMeter();
    expect(await stub.read("address:a")).toMatchObject({ creates: { used: 0, ends: begin + hourMs } });
    expect(await kept(stub)).toEqual({ rows: [], alarm: null });
  });
});

test("there are 64 of these objects at most, whatever subjects are made up", async () => {
  const ids = new Set<string>();
  for (let number = 0; number < 256; number += 1) {
    const subject: Subject = `person:${number.toString(16).padStart(2, "0")}${"0".repeat(62)}`;
    ids.add(meterStub(env, subject).id.toString());
    expect(meterStub(env, subject).id.equals(meterStub(env, subject).id)).toBe(true);
  }
  expect(ids.size).toBe(64);
});
