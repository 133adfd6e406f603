/** How much room something takes, as the person's language writes it. */

import { formatLocale, locale } from "./words.ts";

const units = ["kilobyte", "megabyte", "gigabyte"] as const;

/** "1 kB", "1.2 MB": a thousand of one unit is the next one, and what is less than the first counts as one. */
export function bytesInWords(bytes: number): string {
  const power = Math.min(Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)), units.length);
  const amount = Math.max(1, bytes / 1_000 ** power);
  const maximumFractionDigits = power === 1 || amount >= 100 ? 0 : 1;
  const unit = units[power - 1] ?? "kilobyte";
  // In Arabic some units have a short form and others none: side by side they look like mistakes.
  const unitDisplay = locale() === "ar" ? "long" : "short";
  const format = { style: "unit", unit, unitDisplay, maximumFractionDigits } as const;
  return new Intl.NumberFormat(formatLocale(), format).format(amount);
}
