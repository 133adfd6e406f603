/** Floods from a process of its own, with a low priority, so that it disturbs nobody's clock but through the server. */

import { fork } from "node:child_process";
import { once } from "node:events";
import type { FloodName, Target } from "./floods.ts";
import type { FloodEnd, Outcome } from "./tally.ts";

export interface FloodOrder {
  readonly name: FloodName;
  readonly target: Target;
  readonly end: FloodEnd;
}

const program = new URL("./flooder-process.ts", import.meta.url);

/** Floods and resolves with the outcome; the process is gone then. @throws when it ended without telling one */
export async function flood(order: FloodOrder): Promise<Outcome> {
  const process = fork(program, [JSON.stringify(order)]);
  const ended = once(process, "exit").then(([code]): never => {
    throw new Error(`the flooder ended by itself (${code})`);
  });
  const [outcome]: Outcome[] = await Promise.race([once(process, "message"), ended]);
  await once(process, "exit");
  if (outcome === undefined) throw new Error("the flooder told nothing");
  return outcome;
}
