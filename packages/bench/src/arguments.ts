/** What stands after `pnpm bench` and `pnpm endurance`, read strictly: what is not understood is said in plain words. */

import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { limitsFrom } from "@samepage/protocol";

/** Whoever typed it can mend it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The words among `args`, and the options by their names without `--`: true for one without a value. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | true | readonly string[] | undefined>>;
}

/** How an option is written: with a value, with one each time it is given, or without. */
export type OptionKind = "value" | "values" | "flag";

/** @throws UsageError on an option that is not among `kinds`, or not written as it says there */
export function readArguments(args: readonly string[], kinds: Readonly<Record<string, OptionKind>>): Arguments {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]): [string, { type: "string" | "boolean"; multiple: boolean }] => [
      name,
      { type: kind === "flag" ? "boolean" : "string", multiple: kind === "values" },
    ]),
  );
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const given = Object.entries(values).map(([name, value]) => [name, value === false ? undefined : value]);
    return { words: positionals, options: Object.fromEntries(given) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // What Node adds is about arguments that begin with a dash.
    throw new UsageError(`${error.message.split(/[.\n]/)[0]}.`);
  }
}

/** A whole number of at least `least`, or `otherwise` when nothing is given. @throws UsageError */
export function wholeNumber(what: string, given: string | undefined, otherwise: number, least = 1): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (/^\d+$/.test(given) && Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`${what} must be a whole number from ${least} on, not "${given}".`);
}

/** Those of `offered` that are called `names`, in the order of `offered`; all without any. @throws UsageError */
export function chosen<T extends { readonly name: string }>(
  what: string,
  names: readonly string[],
  offered: readonly T[],
): readonly T[] {
  const unknown = names.find((name) => !offered.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no ${what} "${unknown}". There are: ${offered.map(({ name }) => name).join(", ")}.`);
  }
  return names.length === 0 ? offered : offered.filter(({ name }) => names.includes(name));
}

/** @throws UsageError when there is no file to read at `path` */
export async function assertReadable(what: string, path: string | undefined): Promise<string> {
  if (path === undefined) throw new UsageError(`${what} is not named.`);
  let isFile: boolean;
  try {
    await access(path, constants.R_OK);
    isFile = (await stat(path)).isFile();
  } catch {
    throw new UsageError(`${what} cannot be read: there is nothing at ${path}, or nothing that may be read.`);
  }
  if (!isFile) throw new UsageError(`${what} cannot be read: ${path} is no file.`);
  return path;
}

/** @throws UsageError when a variable of the environment sets no limit that a server would start with */
export function assertLimits(variables: Readonly<Record<string, string | undefined>>): void {
  try {
    limitsFrom(variables);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${error.message}.`);
    throw error;
  }
}

/**
 * Runs what a command does and ends the process: with 0 if it gives true, 1 if false, 2 with a sentence if the command
 * was mistyped. Ended early, the process takes the servers along.
 */
export async function runCommand(command: () => Promise<boolean>): Promise<never> {
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  try {
    // Sockets that are still closing must not keep the process.
    process.exit((await command()) ? 0 : 1);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
