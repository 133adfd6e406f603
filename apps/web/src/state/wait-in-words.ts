/** How long to wait, in the words of a sentence. */

/** "in 20 seconds", "in 3 minutes": never too short a time. Null, when nobody knows: "in a while". */
export function waitInWords(seconds: number | null): string {
  if (seconds === null || seconds <= 0) return "in a while";
  if (seconds < 60) return `in ${count(Math.ceil(seconds), "second")}`;
  if (seconds < 60 * 60) return `in ${count(Math.ceil(seconds / 60), "minute")}`;
  return `in ${count(Math.ceil(seconds / 3_600), "hour")}`;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}
