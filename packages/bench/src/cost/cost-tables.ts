/** What typing and being idle cost each competitor, as tables: the head first. */

import { type Account, costItems, costPerEditorHour, costPerIdleMonth, total } from "./model.ts";

/** Costs are too small to be read one by one. */
export const times = 1_000;

/** For each number of people who typed, and for an idle document; ours is the first column of figures. */
export function costTables(accounts: readonly Account[]): readonly (readonly (readonly string[])[])[] {
  const names = accounts.map(({ name }) => name);
  const hours = (accounts[0]?.visits ?? []).map(({ editors }, visit) => {
    const costs = accounts.flatMap(({ visits }) => visits[visit] ?? []).map(costPerEditorHour);
    return [
      [`$ for ${times} editor-hours, ${editors} in a document`, ...names],
      ...costItems.map((item) => [item, ...costs.map((cost) => dollars(cost[item]))]),
      ["total", ...costs.map((cost) => dollars(total(cost)))],
    ];
  });
  const idle = accounts.map(({ idle }) => dollars(total(costPerIdleMonth(idle))));
  return [
    ...hours,
    [
      [`$ for ${times} idle document-months, people in it`, ...names],
      ["total", ...idle],
    ],
  ];
}

/** For as many as `times`. */
export function dollars(amount: number): string {
  return (amount * times).toFixed(3);
}
