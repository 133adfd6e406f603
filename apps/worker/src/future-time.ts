/** Times that are to come, as requests write them. */

/** RFC 3339, the part of ISO 8601 that the web uses: a day, a time to the second or finer, and the zone. */
const pattern = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** What is later is a mistake in a year, and more than an alarm can be set for. */
const mostAheadMs = 100 * 365.25 * 24 * 60 * 60 * 1_000;

/** `value` as milliseconds since 1970; undefined when it is no time, none that there is, past, or too far ahead. */
export function futureTime(value: unknown, now: number): number | undefined {
  const [, year, month, day] = (typeof value === "string" && pattern.exec(value)) || [];
  if (typeof value !== "string" || year === undefined) return undefined;
  const time = Date.parse(value);
  // Some days are not in the calendar, and would be taken for those after.
  const isInCalendar = new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day);
  return isInCalendar && time > now && time <= now + mostAheadMs ? time : undefined;
}
