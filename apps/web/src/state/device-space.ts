/** How much room this browser has for what is kept here, and whether it has promised not to throw it away. */

import { rest } from "../words/words.ts";
import { readStored, writeStored } from "./stored.ts";
import { toast } from "./toasts.ts";

export interface Space {
  /** Bytes in use by all of this site, the app itself counted in. */
  readonly used: number;
  readonly quota: number;
}

/** `kept`: the browser asks before it deletes anything. `may-go`: it may delete all when room runs low. */
export type Permanence = "kept" | "may-go" | "unknown";

/** From this part of the quota on there is little room. */
const littleRoom = 0.8;

const warnedAt = "samepage:warned-of-space";
const warnAgainAfterMs = 24 * 60 * 60 * 1_000;

/** Null where the browser does not say. */
export async function readSpace(): Promise<Space | null> {
  const { usage, quota } = (await storage()?.estimate?.()) ?? {};
  return usage === undefined || !quota ? null : { used: usage, quota };
}

export function isLittle({ used, quota }: Space): boolean {
  return used >= quota * littleRoom;
}

export async function readPermanence(): Promise<Permanence> {
  const isPersisted = await storage()?.persisted?.();
  if (isPersisted === undefined) return "unknown";
  return isPersisted ? "kept" : "may-go";
}

/** Asks the browser not to throw away what is kept here; some ask the person. */
export async function askForPermanence(): Promise<void> {
  if ((await readPermanence()) === "may-go") await storage()?.persist?.();
}

/** Says that room runs low, once a day at most. */
export async function warnOfSpace(now: number): Promise<void> {
  const space = await readSpace();
  const last = readStored(warnedAt);
  const isRecent = typeof last === "number" && now - last < warnAgainAfterMs;
  if (space === null || !isLittle(space) || isRecent) return;
  writeStored(warnedAt, now);
  toast(rest().offline.littleRoom(Math.round((space.used / space.quota) * 100)));
}

function storage(): Partial<StorageManager> | undefined {
  return navigator.storage;
}
