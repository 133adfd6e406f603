/** What typing would cost if documents were kept in another way: by the same counters, with what would change changed. */

import type { Usage, Visit } from "./model.ts";

/** As the meters count what is handled: the clock stands still meanwhile. */
const handlingMs = 1;

/** The same, but no timer is ever pending: only the handling of messages and wake-ups costs duration. */
export function withoutTimers(visit: Visit): Visit {
  const { messages, wakeUps, requests, durationMs } = visit.typing;
  const handledMs = (messages + wakeUps + requests) * handlingMs;
  return { ...visit, typing: { ...visit.typing, durationMs: Math.min(durationMs, handledMs) } };
}

/** The same, but a row is written at most once in `intervalMs`. */
export function withRowEvery(intervalMs: number, visit: Visit): Visit {
  const { rowsWritten, spanMs } = visit.typing;
  const typing: Usage = { ...visit.typing, rowsWritten: Math.min(rowsWritten, spanMs / intervalMs) };
  return { ...visit, typing };
}
