/** How much room something takes, as the person's language writes it. */

import { formatLocale } from "./words.ts";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "812 byte", "1.2 MB": a thousand of one unit is the next one. */
export function bytesInWords(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const amount = bytes / 1_000 ** power;
  const maximumFractionDigits = power < 2 || amount >= 100 ? 0 : 1;
  const unit = units[power] ?? "byte";
  return new Intl.NumberFormat(formatLocale(), { style: "unit", unit, maximumFractionDigits }).format(amount);
}
