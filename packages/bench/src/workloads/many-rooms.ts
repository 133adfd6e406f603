/** Five hundred documents with three people in each; in each, one types a character a second. */

import { BenchClient } from "../bench-client.ts";
import { percentile } from "../figures.ts";
import { memoryOf } from "../server-usage.ts";
import { driverMetric, Stopwatch } from "../stopwatch.ts";
import { Typist } from "../typist.ts";
import { until, within } from "../within.ts";
import type { Workload } from "./workload.ts";

const roomCount = 500;
const peoplePerRoom = 3;
const seconds = 15;
const warmUpSeconds = 5;
const roomsAtOnce = 25;

export const manyRooms: Workload = {
  name: "many-rooms",
  description: `${roomCount} documents, ${peoplePerRoom} people in each, one of whom types 1/s for ${seconds} s; to the last of the others`,
  metrics: [
    { name: "p50", unit: "ms", decimals: 2, hasRatio: true },
    { name: "p99", unit: "ms", decimals: 2, hasRatio: true },
    { name: "memory", unit: "kB/document", decimals: 0, hasRatio: true },
    driverMetric,
  ],
  needsKeptText: false,
  async run({ createRoom, server }) {
    const before = await memoryOf(server);
    const rooms: TypedRoom[] = [];
    while (rooms.length < roomCount) {
      const group = Array.from({ length: roomsAtOnce }, async () => TypedRoom.fill(await createRoom()));
      rooms.push(...(await within(60, "joining", Promise.all(group))));
    }
    const watch = new Stopwatch();
    await typeInAll(rooms, warmUpSeconds);
    for (const room of rooms) room.times.length = 0;
    await typeInAll(rooms, seconds);
    const { driverPercent } = watch.stop();
    const memory = ((await memoryOf(server)) - before) / roomCount;
    const times = rooms.flatMap((room) => room.times);
    for (const room of rooms) room.leave();
    return [percentile(times, 0.5), percentile(times, 0.99), memory / 1_000, driverPercent];
  },
};

class TypedRoom {
  /** Milliseconds from each keystroke to the last of the others. */
  readonly times: number[] = [];
  readonly #typist = new Typist(1);
  readonly #clients: BenchClient[] = [];
  #pressedAt = 0;
  #waitingFor = 0;

  static async fill(room: Parameters<typeof BenchClient.join>[0]): Promise<TypedRoom> {
    const filled = new TypedRoom();
    for (let clientId = 1; clientId <= peoplePerRoom; clientId += 1) {
      const received = clientId === 1 ? () => undefined : () => filled.#hear();
      filled.#clients.push(await BenchClient.join(room, { clientId, received }));
    }
    return filled;
  }

  press(): void {
    const update = this.#typist.type();
    this.#pressedAt = performance.now();
    this.#waitingFor = peoplePerRoom - 1;
    this.#clients[0]?.send(update);
  }

  get isShown(): boolean {
    return this.#waitingFor <= 0;
  }

  leave(): void {
    for (const client of this.#clients) client.leave();
  }

  #hear(): void {
    this.#waitingFor -= 1;
    if (this.#waitingFor === 0) this.times.push(performance.now() - this.#pressedAt);
  }
}

/** Every room has its own moment in each second. */
async function typeInAll(rooms: readonly TypedRoom[], forSeconds: number): Promise<void> {
  const started = performance.now();
  for (let press = 0; press < rooms.length * forSeconds; press += 1) {
    const due = started + (press * 1_000) / rooms.length;
    if (due > performance.now()) await new Promise((resume) => setTimeout(resume, due - performance.now()));
    const room = rooms[press % rooms.length];
    if (room?.isShown === false) throw new Error("a keystroke took more than a second");
    room?.press();
  }
  await within(
    10,
    "showing the last keystrokes",
    until(() => rooms.every(({ isShown }) => isShown)),
  );
}
