/** How long to wait, in the words of a sentence. */

import { formatLocale, words } from "./words.ts";

/** "in 20 seconds", "in 3 minutes": never too short a time. Null, when nobody knows: "in a while". */
export function waitInWords(seconds: number | null): string {
  if (seconds === null || seconds <= 0) return words().faults.inAWhile;
  const format = new Intl.RelativeTimeFormat(formatLocale());
  if (seconds < 60) return format.format(Math.ceil(seconds), "second");
  if (seconds < 60 * 60) return format.format(Math.ceil(seconds / 60), "minute");
  return format.format(Math.ceil(seconds / 3_600), "hour");
}
