/** Accounts as tables: what was counted, what it costs, and what would have to change for a third of it. */

import { printTable } from "../print-table.ts";
import { dollars, times } from "./cost-tables.ts";
import {
  type Account,
  type Cost,
  costItems,
  costPerEditorHour,
  costPerIdleMonth,
  total,
  type Usage,
  type Visit,
} from "./model.ts";
import { pricesOf } from "./prices.ts";
import { withoutTimers, withRowEvery } from "./what-if.ts";

const countedNames = [
  "requests",
  "messages",
  "wakeUps",
  "durationMs",
  "rowsRead",
  "rowsWritten",
  "storedBytes",
] as const satisfies readonly (keyof Usage)[];

/** The first account is ours; that of each other is followed by ours in multiples of it. */
export function printAccounts(accounts: readonly Account[]): void {
  const [ours, theirs] = accounts;
  if (ours === undefined || theirs === undefined) return;
  const names = accounts.map(({ name }) => name);
  for (const [index, { editors, typing }] of ours.visits.entries()) {
    const visits = accounts.flatMap(({ visits }) => visits[index] ?? []);
    const seconds = Math.round(typing.spanMs / 1_000);
    printUsages([`counted while ${editors} typed for ${seconds} s`, ...names], visits.map(typed));
    printCosts(
      [`$ for ${times} editor-hours, ${editors} in a document, prices of ${pricesOf}`, ...names],
      visits.map(costPerEditorHour),
    );
    const [our, their] = visits;
    if (our !== undefined && their !== undefined) printWishes(our, their);
  }
  const seconds = Math.round(ours.idle.spanMs / 1_000);
  printUsages(
    [`counted while people were idle for ${seconds} s`, ...names],
    accounts.map(({ idle }) => idle),
  );
  printCosts(
    [`$ for ${times} idle document-months, people in it, prices of ${pricesOf}`, ...names],
    accounts.map(({ idle }) => costPerIdleMonth(idle)),
  );
  printCosts(
    [`$ for ${times} idle document-months, nobody in it`, ...names],
    accounts.map(({ idle }) => costPerIdleMonth(untouched(idle))),
  );
}

function typed({ typing }: Visit): Usage {
  return typing;
}

function untouched({ spanMs, storedBytes }: Usage): Usage {
  return { spanMs, storedBytes, requests: 0, messages: 0, wakeUps: 0, durationMs: 0, rowsRead: 0, rowsWritten: 0 };
}

function printUsages(head: readonly string[], usages: readonly Usage[]): void {
  printTable([[], head, ...countedNames.map((name) => [name, ...usages.map((usage) => usage[name].toFixed(0))])]);
}

function printCosts(head: readonly string[], costs: readonly Cost[]): void {
  const line = (name: string, dollarsOf: (cost: Cost) => number): readonly string[] => {
    const [ours = 0, ...others] = costs.map(dollarsOf);
    return [name, dollars(ours), ...others.map((other) => `${dollars(other)} ${ratio(ours, other)}`)];
  };
  printTable([[], head, ...costItems.map((item) => line(item, (cost) => cost[item])), line("total", total)]);
}

function printWishes(ours: Visit, theirs: Visit): void {
  const third = total(costPerEditorHour(theirs)) / 3;
  const wish = (name: string, visit: Visit): readonly string[] => {
    const cost = total(costPerEditorHour(visit));
    return [name, dollars(cost), ratio(cost, third * 3), cost <= third ? "✓" : "✗"];
  };
  const timerless = withoutTimers(ours);
  printTable([
    [],
    ["at most a third of y-partyserver", dollars(third), ratio(1, 3), ""],
    wish("as it is", ours),
    wish("if no timer were pending between commits", timerless),
    ...[1, 2, 5].map((seconds) => wish(`if a row were written each ${seconds} s`, withRowEvery(seconds * 1_000, ours))),
    ...[1, 2, 5].map((seconds) => wish(`if both, each ${seconds} s`, withRowEvery(seconds * 1_000, timerless))),
  ]);
}

/** `ours` in multiples of `theirs`. */
function ratio(ours: number, theirs: number): string {
  return theirs === 0 ? "–".padStart(7) : `${(ours / theirs).toFixed(2)}×`.padStart(7);
}
