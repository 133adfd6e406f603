/** What people do in a document whose cost is counted: type for a while and leave, or be there and do nothing. */

import * as prng from "lib0/prng";
import { BenchClient } from "../bench-client.ts";
import type { Room } from "../contestants/contestant.ts";
import { type Counters, growth } from "../endurance/counters.ts";
import { Typist } from "../typist.ts";
import { within } from "../within.ts";
import type { Usage, Visit } from "./model.ts";

const keystrokesPerSecond = 5;

/** Longer than any of them puts anything off; nothing is to be seen from outside that one could wait for instead. */
const settlingMs = 10_000;

/** Typed before it counts: y-partyserver saves each 10 s, the first time otherwise than from then on. */
const warmUpSeconds = 15;

const patienceSeconds = 30;

interface Person {
  readonly client: BenchClient;
  readonly typist: Typist;
}

export interface CountedRoom {
  readonly room: Room;
  counters(): Promise<Counters>;
}

/** `editors` people come, type at the pace of people, of which `seconds` count, and leave. @throws Error when one is dropped */
export async function typeAndLeave(counted: CountedRoom, editors: number, seconds: number): Promise<Visit> {
  const reading = new Reading(counted);
  await reading.next();
  const people = await joinAll(counted.room, editors);
  await wait(settlingMs);
  const coming = await reading.next();
  await Promise.all(people.map((person) => typeFor(person, warmUpSeconds)));
  await reading.next();
  await Promise.all(people.map((person) => typeFor(person, seconds)));
  const typing = await reading.next();
  leaveAll(people);
  await wait(settlingMs);
  return { editors, coming, typing, leaving: await reading.next() };
}

/** `people` have the document open, which holds a text, for `seconds`. @throws Error when one is dropped */
export async function stayIdle(counted: CountedRoom, people: number, seconds: number): Promise<Usage> {
  const present = await joinAll(counted.room, people);
  await Promise.all(present.slice(0, 1).map((person) => typeFor(person, 2)));
  await wait(settlingMs);
  const reading = new Reading(counted);
  await reading.next();
  await wait(seconds * 1_000);
  const idle = await reading.next();
  leaveAll(present);
  return idle;
}

/** Types a little unevenly, so that people meet and part. */
async function typeFor({ client, typist }: Person, seconds: number): Promise<void> {
  const random = prng.create(typist.clientId);
  const end = performance.now() + seconds * 1_000;
  for (let next = performance.now(); ; ) {
    next += (1_000 / keystrokesPerSecond) * (0.5 + prng.real53(random));
    await wait(Math.min(next, end) - performance.now());
    if (next > end) return;
    client.send(typist.type());
  }
}

async function joinAll(room: Room, count: number): Promise<readonly Person[]> {
  const joining = Array.from({ length: count }, async (_, index) => ({
    client: await BenchClient.join(room, { clientId: index + 1, received: () => undefined }),
    typist: new Typist(index + 1),
  }));
  return within(patienceSeconds, "joining", Promise.all(joining));
}

function leaveAll(people: readonly Person[]): void {
  for (const { client } of people) {
    if (client.droppedBecause !== null) throw new Error(`somebody was dropped: ${client.droppedBecause}`);
    client.leave();
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, Math.max(0, ms)));
}

/** What was counted between one reading and the next. */
class Reading {
  readonly #counted: CountedRoom;
  #last: Counters | null = null;
  #readAt = 0;

  constructor(counted: CountedRoom) {
    this.#counted = counted;
  }

  /** The growth since the last reading; of the first one, since the room was made, in no time. */
  async next(): Promise<Usage> {
    const counters = await this.#counted.counters();
    const [now, readAt] = [performance.now(), this.#readAt];
    const usage = growth(this.#last ?? counters, counters);
    const spanMs = this.#last === null ? 0 : now - readAt;
    [this.#last, this.#readAt] = [counters, now];
    return { ...usage, spanMs, storedBytes: counters.storedBytes };
  }
}
