/** Random histories of a journal, with failing disks and processes that begin anew, against the same in memory. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Creation, Journal, type Sql } from "../src/index.ts";
import { BreakableSql } from "./breakable-sql.ts";

export const creation: Creation = {
  time: 1_000,
  epoch: "00112233445566778899aabbccddeeff",
  title: "Launch notes",
  language: "markdown",
  lineEnds: "lf",
  secret: new Uint8Array(32).fill(7),
  ownerKeyHash: Uint8Array.of(1, 2, 3),
  firstUpdate: null,
};

/** The journal as the next process would find it. */
export function reopen(sql: Sql): Journal {
  const made = (): never => {
    throw new Error("all is there already");
  };
  const journal = Journal.open(sql, { epoch: made, secret: made });
  if (journal === null) throw new Error("nothing was created");
  return journal;
}

const bytes = fc.uint8Array({ maxLength: 50 });
const changes = fc.oneof(
  { weight: 4, arbitrary: fc.record({ append: fc.array(bytes, { minLength: 1, maxLength: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ compact: bytes, isChanged: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ title: fc.string() }) },
);

/** One change, which fails when the disk has no room for so many statements; whether the process then begins anew. */
const steps = fc.array(
  fc.record({
    change: changes,
    statements: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.nat(12)),
    isReopened: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

/** Declares the test. `withSql` gives each history an empty database. */
export function testHistories(withSql: (use: (sql: Sql) => void) => void | Promise<void>): void {
  test("gives back all that it took and nothing else, whatever happened in between", () =>
    fc.assert(
      fc.asyncProperty(steps, async (history) => {
        await withSql((sql) => replay(sql, history));
      }),
      { numRuns: 60 },
    ));
}

type Step = typeof steps extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

function replay(sql: Sql, history: readonly Step[]): void {
  const breakable = new BreakableSql(sql);
  let journal = Journal.create(breakable, creation);
  let [snapshot, updates]: [Uint8Array | null, readonly Uint8Array[]] = [null, []];
  let [version, updated, title] = [0, creation.time, creation.title];
  let seqs: readonly number[] = [];

  history.forEach(({ change, statements, isReopened }, index) => {
    const time = 2_000 + index;
    breakable.statementsLeft = statements;
    const isDone = succeeds(() => {
      if ("append" in change) journal.append(change.append, version + change.append.length, time);
      else if ("compact" in change && change.isChanged) journal.compact(change.compact, { version: version + 1, time });
      else if ("compact" in change) journal.compact(change.compact);
      else journal.changeSettings({ ...creation, title: change.title });
    });
    breakable.statementsLeft = Number.POSITIVE_INFINITY;
    if (isDone && "append" in change) {
      updates = [...updates, ...change.append];
      [version, updated] = [version + change.append.length, time];
    } else if (isDone && "compact" in change) {
      [snapshot, updates, seqs] = [change.compact, [], []];
      if (change.isChanged) [version, updated] = [version + 1, time];
    } else if (isDone && "title" in change) {
      title = change.title;
    }
    if (isReopened) journal = reopen(breakable);

    const log = sql.run("SELECT seq, length(bytes) AS bytes FROM log ORDER BY seq");
    const logBytes = log.reduce((sum, row) => sum + Number(row["bytes"]), 0);
    expect(journal.read()).toEqual({ snapshot, updates, version });
    expect(journal.size()).toEqual({ logRows: log.length, logBytes, snapshotBytes: snapshot?.length ?? 0 });
    expect(journal.times()).toEqual({ created: creation.time, updated });
    expect(journal.settings().title).toBe(title);
    const stored = log.map((row) => Number(row["seq"]));
    expect(stored.slice(0, seqs.length)).toEqual(seqs);
    seqs = stored;
  });
  expect(reopen(sql).epoch()).toBe(creation.epoch);
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    expect(error).toEqual(new Error("the disk is full"));
    return false;
  }
}
