/**
 * The Durable Object that counts what its share of all subjects use. Counts live in memory and are stored a moment
 * later, so that a flood costs one write a second and not one a request; they are erased when their windows are over.
 */

import { DurableObject } from "cloudflare:workers";
import type { Environment } from "../environment.ts";
import type { Subject } from "./subjects.ts";
import { type Answer, type Count, isUse, type KeptCount, UsageCounts } from "./usage-counts.ts";
import type { Use } from "./use.ts";

/** Subjects of one object: some megabytes of memory, and far more than honest people make in an hour. */
const mostSubjects = 10_000;

/** What was used in so long may be forgotten when the process ends at once: that errs in favour of the client. */
const saveAfterMs = 1_000;

export class Meter extends DurableObject<Environment> {
  readonly #counts: UsageCounts;
  #isToSave = false;
  /** When the alarm that was set by this object in memory is to ring; null when none is known of. */
  #alarmAt: number | null = null;

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment);
    this.#counts = new UsageCounts(mostSubjects, readKept(state.storage.sql));
  }

  /** Counts one use, unless it would be more than `limit`; null for no limit. */
  add(subject: Subject, use: Use, limit: number | null): Answer {
    const answer = this.#counts.add(subject, use, limit, Date.now());
    if (answer.isCounted) this.#saveSoon();
    return answer;
  }

  /** Counts `amount` uses, whatever the limit. */
  charge(subject: Subject, use: Use, amount: number): void {
    this.#counts.charge(subject, use, amount, Date.now());
    this.#saveSoon();
  }

  /** What `subject` has used in the windows of now. */
  read(subject: Subject): Readonly<Record<Use, Count>> {
    const now = Date.now();
    return {
      creates: this.#counts.read(subject, "creates", now),
      connects: this.#counts.read(subject, "connects", now),
      requests: this.#counts.read(subject, "requests", now),
    };
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = null;
    this.#counts.forget(Date.now());
    await this.#save();
  }

  #saveSoon(): void {
    if (this.#isToSave) return;
    this.#isToSave = true;
    setTimeout(() => {
      this.#isToSave = false;
      this.#save().catch((error: unknown) => {
        console.error(error); // Everything is still in memory: it is tried again.
        this.#saveSoon();
      });
    }, saveAfterMs);
  }

  async #save(): Promise<void> {
    const { storage } = this.ctx;
    const { soonestEnd } = this.#counts;
    if (soonestEnd === null) {
      this.#counts.saved();
      await storage.deleteAll();
      return;
    }
    storage.transactionSync(() => {
      storage.sql.exec(createTable);
      for (const { subject, counts } of this.#counts.unsaved()) {
        storage.sql.exec("DELETE FROM usage WHERE subject = ?", subject);
        for (const { use, used, ends } of counts) {
          storage.sql.exec("INSERT INTO usage VALUES (?, ?, ?, ?)", subject, use, used, ends);
        }
      }
    });
    this.#counts.saved();
    if (this.#alarmAt !== null && this.#alarmAt <= soonestEnd) return;
    this.#alarmAt = soonestEnd;
    await storage.setAlarm(soonestEnd);
  }
}

const createTable = `CREATE TABLE IF NOT EXISTS usage (
  subject TEXT NOT NULL,
  use TEXT NOT NULL,
  used INTEGER NOT NULL,
  ends INTEGER NOT NULL,
  PRIMARY KEY (subject, use)
) WITHOUT ROWID`;

function readKept(sql: SqlStorage): readonly KeptCount[] {
  if (sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'usage'").toArray().length === 0) return [];
  const rows = sql.exec<{ subject: string; use: string; used: number; ends: number }>("SELECT * FROM usage").toArray();
  return rows.flatMap(({ use, ...row }) => (isUse(use) ? [{ ...row, use }] : []));
}
