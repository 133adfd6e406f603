/** From what was counted to dollars. Pure: knows neither servers nor tables. */

import { monthMs, prices } from "./prices.ts";

/** What an object did in a span of time. */
export interface Usage {
  readonly spanMs: number;
  /** Alarms that ran are requests, and each that was set is a row written. */
  readonly requests: number;
  /** Incoming WebSocket messages. */
  readonly messages: number;
  /** Free by themselves: what a waking costs is in its duration and its rows. */
  readonly wakeUps: number;
  readonly durationMs: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
  /** At the end of the span; billed as if it had been so all the time. */
  readonly storedBytes: number;
}

export const costItems = ["requests", "messages", "duration", "rows read", "rows written", "stored data"] as const;

/** Dollars by item. */
export type Cost = Readonly<Record<(typeof costItems)[number], number>>;

export function costOf(usage: Usage): Cost {
  return {
    requests: usage.requests * prices.request,
    messages: (usage.messages / prices.messagesPerRequest) * prices.request,
    duration: (usage.durationMs / 1_000) * prices.gigabytesPerObject * prices.gigabyteSecond,
    "rows read": usage.rowsRead * prices.rowRead,
    "rows written": usage.rowsWritten * prices.rowWritten,
    "stored data": (usage.storedBytes / 1e9) * (usage.spanMs / monthMs) * prices.gigabyteMonth,
  };
}

export function total(cost: Cost): number {
  return costItems.reduce((sum, item) => sum + cost[item], 0);
}

/** Some people's stay in one document: they come, type for a while, and leave. */
export interface Visit {
  readonly editors: number;
  readonly coming: Usage;
  readonly typing: Usage;
  readonly leaving: Usage;
}

/** What one server counted of all that was done in it. */
export interface Account {
  readonly name: string;
  readonly visits: readonly Visit[];
  readonly idle: Usage;
}

const hourMs = 3_600_000;

/** What one of them costs who comes once, types for an hour as they did for their while, and leaves. */
export function costPerEditorHour({ editors, coming, typing, leaving }: Visit): Cost {
  const hours = hourMs / typing.spanMs;
  const [came, typed, left] = [costOf(coming), costOf(typing), costOf(leaving)];
  return eachItem((item) => (came[item] + typed[item] * hours + left[item]) / editors);
}

/** What a document costs that is for a month as it was for `idle`. */
export function costPerIdleMonth(idle: Usage): Cost {
  const cost = costOf(idle);
  return eachItem((item) => (cost[item] * monthMs) / idle.spanMs);
}

/** The same document with nobody in it. */
export function untouched({ spanMs, storedBytes }: Usage): Usage {
  return { spanMs, storedBytes, requests: 0, messages: 0, wakeUps: 0, durationMs: 0, rowsRead: 0, rowsWritten: 0 };
}

function eachItem(dollarsOf: (item: keyof Cost) => number): Cost {
  return {
    requests: dollarsOf("requests"),
    messages: dollarsOf("messages"),
    duration: dollarsOf("duration"),
    "rows read": dollarsOf("rows read"),
    "rows written": dollarsOf("rows written"),
    "stored data": dollarsOf("stored data"),
  };
}
