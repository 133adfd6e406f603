/** `kill -9` of the runtime at random moments: what was acknowledged has to be there afterwards, and nothing twice. */

import { percentile } from "../figures.ts";
import { printTable } from "../print-table.ts";
import { Author } from "./author.ts";
import { Box } from "./box.ts";
import { type Fault, faultKinds, Ledger } from "./ledger.ts";
import { type Random, seeded } from "./random.ts";

const writersPerRound = 4;

/** A round lives at most so long, from before the first writer joins. */
const maxLifeMs = 500;

/** The longest pause between two edits of one writer. */
const maxPauseMs = 25;

/** Kills the runtime in `rounds` rounds over one document. True when no acknowledged edit was lost or came twice. */
export async function measureKill(rounds: number, seed: number): Promise<boolean> {
  const random = seeded(seed);
  const box = await Box.start();
  const documentId = await box.createDocument();
  const ledger = new Ledger();
  const faults = new Map<Fault, number>(faultKinds.map((kind) => [kind, 0]));
  const roundTimes: number[] = [];
  const total = { written: 0, acknowledged: 0, unknown: 0 };

  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const life = new AbortController();
    const writers = Array.from({ length: writersPerRound }, (_, index) =>
      write(new Writer(round * writersPerRound + index, ledger, random), { box, documentId, isOver: life.signal }),
    );
    await pause(random.below(maxLifeMs));
    // The log is merged into the snapshot when the last one leaves: crash in that, too.
    const leaveFirst = random.chance(0.25);
    life.abort(leaveFirst);
    if (leaveFirst) await pause(random.below(15));
    await box.kill();
    for (const { written, acknowledged } of await Promise.all(writers)) {
      total.written += written;
      total.acknowledged += acknowledged;
    }
    total.unknown += ledger.count().unknown;
    await box.startAgain();
    const text = await readAll(box, documentId);
    for (const [fault, word] of ledger.settle(text)) {
      console.log(`round ${round}: ${fault}: ${word}`);
      faults.set(fault, (faults.get(fault) ?? 0) + 1);
    }
    roundTimes.push(performance.now() - started);
  }

  const isHeld = [...faults.values()].every((count) => count === 0);
  printTable([
    [`kill -9, rounds (seed ${seed})`, String(rounds)],
    [
      "a round takes, p50 / max",
      `${percentile(roundTimes, 0.5).toFixed(0)} / ${Math.max(...roundTimes).toFixed(0)} ms`,
    ],
    ["edits written", String(total.written)],
    ["edits acknowledged before the kill", String(total.acknowledged)],
    ["words in doubt at a kill", String(total.unknown)],
    ["words in the text at the end", String(ledger.count().stored)],
    ...[...faults].map(([kind, count]) => [kind, String(count)]),
  ]);
  if (isHeld) await box.remove();
  else console.log(`The data is kept in ${box.dataDir}.`);
  return isHeld;
}

/** The text as a fresh client has it. @throws when `GET …/text` tells another one */
async function readAll(box: Box, documentId: string): Promise<string> {
  const reader = await Author.join(box.origin, documentId);
  if (reader === null) throw new Error("the restarted runtime lets nobody join");
  const text = reader.text.toString();
  if ((await box.textOf(documentId)) !== text) throw new Error("GET …/text differs from what a fresh client has");
  reader.leave();
  return text;
}

interface Life {
  readonly box: Box;
  readonly documentId: string;
  /** Aborted when no more is to be written; its reason says whether the writer leaves before the kill. */
  readonly isOver: AbortSignal;
}

/** Has `writer` join and write until the end of this life of the runtime, and counts its edits. */
async function write(writer: Writer, { box, documentId, isOver }: Life): Promise<Writer> {
  const author = await Author.join(box.origin, documentId);
  if (author === null) return writer;
  while (!isOver.aborted) {
    writer.writeTo(author);
    await pause(writer.random.below(maxPauseMs));
  }
  if (isOver.reason === true) author.leave();
  await author.ended();
  return writer;
}

/** Writes words, each in one edit, and takes some of its own away again. */
class Writer {
  written = 0;
  acknowledged = 0;
  readonly random: Random;
  readonly #number: number;
  readonly #ledger: Ledger;
  readonly #own: string[] = [];

  constructor(number: number, ledger: Ledger, random: Random) {
    this.#number = number;
    this.#ledger = ledger;
    this.random = random;
  }

  writeTo(author: Author): void {
    const text = author.text.toString();
    const own = this.random.chance(0.35) ? this.#own.shift() : undefined;
    const word = own ?? `‹w${this.#number}-${this.written}›`;
    this.written += 1;
    const stored = (): void => {
      this.acknowledged += 1;
      this.#ledger.set(word, own === undefined ? "stored" : "gone");
      if (own === undefined) this.#own.push(word);
    };
    this.#ledger.set(word, own === undefined ? "sent" : "deleting");
    author.write((target) => {
      if (own !== undefined) target.delete(text.indexOf(own), own.length);
      else target.insert(this.#placeIn(text), word);
    }, stored);
  }

  /** Between two words. */
  #placeIn(text: string): number {
    return Math.max(0, text.indexOf("‹", this.random.below(text.length + 1)));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}
