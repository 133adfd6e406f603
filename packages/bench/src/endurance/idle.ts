/** What a document costs while ten people have it open and nobody does anything: nothing, by its own counters. */

import { type Connection, join } from "@samepage/client";
import { saved } from "../bench-server.ts";
import { printTable } from "../print-table.ts";
import { Box } from "./box.ts";
import { counterNames, growth, readCounters } from "./counters.ts";
import { fill } from "./documents.ts";

const people = 10;

/** Waits `minutes` with ten open connections. True when the object was not woken and no row was touched. */
export async function measureIdle(minutes: number): Promise<boolean> {
  const box = await Box.start();
  const id = await box.createDocument();
  const writer = await fill(box.origin, id, async ({ text }) => text.insert(0, "Nothing happens here.\n"));
  const readers: Connection[] = [];
  for (let index = 1; index < people; index += 1) {
    const reader = join({ origin: box.origin.replace("http", "ws"), documentId: id });
    await saved(reader);
    readers.push(reader);
  }
  const before = await readCounters(box.origin, id);
  await new Promise((resume) => setTimeout(resume, minutes * 60_000));
  const after = await readCounters(box.origin, id);
  const open = [writer, ...readers].filter(({ saveState }) => saveState.value.kind === "saved").length;
  const grown = growth(before, after);
  printTable([
    [`${people} people, idle for ${minutes} min`, "before", "after", "difference"],
    ...counterNames.map((name) => [name, String(before[name]), String(after[name]), String(grown[name])]),
    ["connections still open", String(people), String(open), ""],
  ]);
  for (const connection of [writer, ...readers]) connection.leave();
  await box.remove();
  return open === people && counterNames.every((name) => grown[name] === 0);
}
