/** How a run says its figures. */

import { percentile } from "../figures.ts";

/** Times in milliseconds, as one line. */
export function percentiles(times: readonly number[]): string {
  const at = (share: number): string => percentile(times, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (${times.length})`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
