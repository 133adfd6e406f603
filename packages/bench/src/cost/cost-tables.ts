/** What typing and being idle cost each competitor, as tables: the head first. */

import { timesText } from "../standing.ts";
import { referenceName } from "./competitors.ts";
import { type Account, type Cost, costItems, costPerEditorHour, costPerIdleMonth, total, untouched } from "./model.ts";

/** Costs are too small to be read one by one. */
const times = 1_000;

type Table = readonly (readonly string[])[];

/** For each number of people who typed, and for an idle document. Totals are in multiples of y-partyserver's, too. */
export function costTables(accounts: readonly Account[]): readonly Table[] {
  const names = accounts.map(({ name }) => name);
  const reference = names.indexOf(referenceName);
  const totals = (costs: readonly Cost[]): readonly string[] => {
    const dearest = costs[reference];
    const ofReference = dearest === undefined ? 0 : total(dearest);
    return costs.map((cost) => {
      const ratio = ofReference === 0 ? "" : ` (${timesText(total(cost) / ofReference)})`;
      return `${dollars(total(cost))}${ratio}`;
    });
  };
  const hours = (accounts[0]?.visits ?? []).map(({ editors }, visit) => {
    const costs = accounts.flatMap(({ visits }) => visits[visit] ?? []).map(costPerEditorHour);
    return [
      [`$ for ${times} editor-hours, ${editors} in a document`, ...names],
      ...costItems.map((item) => [item, ...costs.map((cost) => dollars(cost[item]))]),
      ["total", ...totals(costs)],
    ];
  });
  const idle = accounts.map(({ idle }) => costPerIdleMonth(idle));
  const abandoned = accounts.map(({ idle }) => costPerIdleMonth(untouched(idle)));
  return [
    ...hours,
    [
      [`$ for ${times} idle document-months`, ...names],
      ["people in it", ...totals(idle)],
      ["nobody in it", ...totals(abandoned)],
    ],
  ];
}

/** For as many as `times`. */
function dollars(amount: number): string {
  return (amount * times).toFixed(3);
}
