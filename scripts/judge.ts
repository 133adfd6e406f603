/** What Lighthouse says of a page, in the browser that is given. Knows neither the app nor how it is started. */

import lighthouse, { desktopConfig, type Flags } from "lighthouse";

export const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
type Category = (typeof categories)[number];

/** What Lighthouse gives for each category that was asked for, from 0 to 100, and which audits are not all right. */
interface Judgement {
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  readonly faults: readonly string[];
}

/**
 * Judges the page at `url` as Lighthouse does: on a slow phone with a slow connection, or on a desk. `debuggingPort` is
 * that of a Chromium.
 */
export async function judge(
  url: string,
  device: "phone" | "desk",
  debuggingPort: number,
  wanted: readonly Category[] = categories,
): Promise<Judgement> {
  const flags: Flags = { port: debuggingPort, logLevel: "error", onlyCategories: [...wanted] };
  const result = await lighthouse(url, flags, device === "desk" ? desktopConfig : undefined);
  if (result === undefined) throw new Error(`Lighthouse gave no judgement of ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError !== undefined) throw new Error(lhr.runtimeError.message);
  const scores = Object.fromEntries(
    wanted.map((category) => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)]),
  );
  const counted = wanted.flatMap((category) => lhr.categories[category]?.auditRefs ?? []);
  const faults = counted
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => lhr.audits[id])
    .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit?.title} ${audit?.displayValue ?? ""}`);
  return { scores, faults: [...new Set(faults)] };
}
