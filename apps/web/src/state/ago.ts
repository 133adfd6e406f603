/** How long ago something was, as short as a list wants it. */

/** `time` as seen from `now` (both in milliseconds since 1970), in the language `locale`. */
export function ago(time: number, now: number, locale: string): string {
  const minutes = Math.floor((now - time) / 60_000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "narrow" });
  if (minutes < 1) return format.format(0, "second");
  if (minutes < 60) return format.format(-minutes, "minute");
  if (minutes < 24 * 60) return format.format(-Math.floor(minutes / 60), "hour");
  if (minutes < 7 * 24 * 60) return new Intl.DateTimeFormat(locale, { weekday: "short" }).format(time);
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...year }).format(time);
}
