/**
 * What Cloudflare charges for Durable Objects with SQLite beyond what the paid plan includes, in dollars. As published
 * in 2026-04 on https://developers.cloudflare.com/durable-objects/platform/pricing; a new price changes this file alone.
 */

export const pricesOf = "2026-04";

const million = 1e6;

export const prices = {
  /** HTTP requests, RPC sessions (each call of a method is one), opened WebSockets, alarms that run. */
  request: 0.15 / million,
  /** Of WebSocket messages only incoming ones cost; so many are one request. Answers to pings by the platform are free. */
  messagesPerRequest: 20,
  /** By the wall clock, while an object runs or is idle and cannot hibernate. Idle and free to hibernate, it costs none. */
  gigabyteSecond: 12.5 / million,
  /** Billed of each object, whatever it uses. */
  gigabytesPerObject: 0.128,
  rowRead: 0.001 / million,
  /** Rows of indexes and deleted rows count; so does each alarm that is set. */
  rowWritten: 1 / million,
  gigabyteMonth: 0.2,
} as const;

/** The month by which storage is billed. */
export const monthMs = 30 * 24 * 3_600_000;
