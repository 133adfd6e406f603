/** Accounts as tables: what was counted, and what it costs. */

import { printTable } from "../print-table.ts";
import { costTables } from "./cost-tables.ts";
import type { Account, Usage } from "./model.ts";
import { pricesOf } from "./prices.ts";

const countedNames = [
  "requests",
  "messages",
  "wakeUps",
  "durationMs",
  "rowsRead",
  "rowsWritten",
  "storedBytes",
] as const satisfies readonly (keyof Usage)[];

export function printAccounts(accounts: readonly Account[]): void {
  const [first] = accounts;
  if (first === undefined) return;
  const names = accounts.map(({ name }) => name);
  for (const [index, { editors, typing }] of first.visits.entries()) {
    const usages = accounts.flatMap(({ visits }) => visits[index]?.typing ?? []);
    printUsages([`counted while ${editors} typed for ${seconds(typing)} s`, ...names], usages);
  }
  const idle = accounts.map((account) => account.idle);
  printUsages([`counted while people were idle for ${seconds(first.idle)} s`, ...names], idle);
  console.log(`\nPrices of ${pricesOf}; × are multiples of y-partyserver's.`);
  for (const table of costTables(accounts)) printTable([[], ...table]);
}

function printUsages(head: readonly string[], usages: readonly Usage[]): void {
  printTable([[], head, ...countedNames.map((name) => [name, ...usages.map((usage) => usage[name].toFixed(0))])]);
}

function seconds({ spanMs }: Usage): number {
  return Math.round(spanMs / 1_000);
}
