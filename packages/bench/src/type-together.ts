/**
 * People type at random moments into one document. A keystroke's time is from its sending to its being applied to the
 * Yjs document of another, for each of those who have a screen: the others' frames are received and not looked at, so
 * that a crowd does not measure the driver. What is typed at first, faster than people do, is not counted: a server
 * just started has compiled nothing, and no document that people are in stays that new.
 */

import * as prng from "lib0/prng";
import * as Y from "yjs";
import { BenchClient } from "./bench-client.ts";
import type { Room } from "./contestants/contestant.ts";
import { type Figures, type Metric, percentile } from "./figures.ts";
import { Heard } from "./heard.ts";
import { driverMetric, Stopwatch } from "./stopwatch.ts";
import { Typist } from "./typist.ts";
import { until, within } from "./within.ts";
import { writeFirst } from "./written-document.ts";

export interface Typing {
  readonly people: number;
  readonly typists: number;
  /** The typists and then others, up to this number. */
  readonly screens: number;
  readonly keystrokesPerSecond: number;
  readonly seconds: number;
  readonly warmUp: { readonly keystrokesPerSecond: number; readonly seconds: number };
  /** What stands in the document before: the typists write at its beginning and at its end, in turn. */
  readonly written?: Uint8Array;
}

export const typingMetrics: readonly Metric[] = [
  { name: "p50", unit: "ms", decimals: 2, hasRatio: true },
  { name: "p99", unit: "ms", decimals: 2, hasRatio: true },
  { name: "ack p95", unit: "ms", decimals: 0, hasRatio: false },
  { name: "ack p99", unit: "ms", decimals: 0, hasRatio: false },
  // To each other person, with acknowledgements and presence.
  { name: "received", unit: "B/keystroke", decimals: 0, hasRatio: true },
  { name: "dropped", unit: "", decimals: 0, hasRatio: false },
  driverMetric,
];

const joiningAtOnce = 50;
const patienceSeconds = 60;

interface Person {
  readonly client: BenchClient;
  readonly typist: Typist;
}

/** Lets them type, waits until each screen shows all, and gives the figures of `typingMetrics`. */
export async function typeTogether(room: Room, typing: Typing): Promise<Figures> {
  const random = prng.create(1);
  const sentAt = new Map<number, number[]>();
  const times: number[] = [];
  const screens: { readonly clientId: number; readonly heard: Heard }[] = [];
  const warmUpUntil = { time: Number.POSITIVE_INFINITY };

  const showOnScreen = (clientId: number): ((update: Uint8Array) => void) => {
    const [heard, doc] = [new Heard(), new Y.Doc()];
    screens.push({ clientId, heard });
    return (update) => {
      Y.applyUpdate(doc, update);
      const now = performance.now();
      heard.hear(update, (author, from, to) => {
        if (author === clientId) return;
        for (const time of sentAt.get(author)?.slice(from, to) ?? []) {
          if (time >= warmUpUntil.time) times.push(now - time);
        }
      });
    };
  };

  const { written = null } = typing;
  if (written !== null) await writeFirst(room, written);
  const people = await joinAll(room, typing.people, (clientId) => ({
    typist: new Typist(clientId, written && { update: written, isAtStart: clientId % 2 === 0 }),
    received: clientId <= typing.screens ? showOnScreen(clientId) : () => undefined,
  }));
  let pressed = 0;
  const press = ({ client, typist }: Person): void => {
    const update = typist.type();
    const moments = sentAt.get(typist.clientId) ?? [];
    sentAt.set(typist.clientId, moments);
    moments.push(performance.now());
    client.send(update);
    pressed += 1;
  };
  // Sockets keep their order: when each has got one keystroke, nobody waits any more for who has come.
  const [first, ...others] = people;
  if (first !== undefined) press(first);
  const seesKeystrokes = ({ client }: Person): boolean => client.updatesReceived > 1;
  await within(
    patienceSeconds,
    "telling all who is there",
    until(() => others.every(seesKeystrokes)),
  );

  const type = async (person: Person, keystrokesPerSecond: number, seconds: number): Promise<void> => {
    const started = performance.now();
    // Between half and one and a half of the mean, so that people meet and part.
    for (let next = started; ; ) {
      next += (1_000 / keystrokesPerSecond) * (0.5 + prng.real53(random));
      if (next > started + seconds * 1_000) return;
      await new Promise((resume) => setTimeout(resume, Math.max(0, next - performance.now())));
      press(person);
    }
  };
  const typists = people.slice(0, typing.typists);
  const { warmUp } = typing;
  await Promise.all(typists.map((person) => type(person, warmUp.keystrokesPerSecond, warmUp.seconds)));

  const watch = new Stopwatch();
  const bytesReceived = (): number => people.reduce((sum, { client }) => sum + client.bytesReceived, 0);
  const [pressedBefore, bytesBefore] = [pressed, bytesReceived()];
  warmUpUntil.time = performance.now();
  await Promise.all(typists.map((person) => type(person, typing.keystrokesPerSecond, typing.seconds)));

  const allIsShown = (): boolean =>
    screens.every(({ heard, clientId }) =>
      [...sentAt].every(([author, moments]) => author === clientId || heard.of(author) === moments.length),
    );
  await within(patienceSeconds, "showing the last keystrokes", until(allIsShown));
  const { driverPercent } = watch.stop();
  const bytes = (bytesReceived() - bytesBefore) / (pressed - pressedBefore) / (people.length - 1);

  const acknowledged = people.flatMap(({ client }) => client.acknowledgedAfterMs);
  const dropped = people.filter(({ client }) => client.droppedBecause !== null);
  for (const { client } of people) client.leave();
  return [
    percentile(times, 0.5),
    percentile(times, 0.99),
    acknowledged.length === 0 ? null : percentile(acknowledged, 0.95),
    acknowledged.length === 0 ? null : percentile(acknowledged, 0.99),
    bytes,
    dropped.length,
    driverPercent,
  ];
}

async function joinAll(
  room: Room,
  count: number,
  personOf: (clientId: number) => { readonly typist: Typist; readonly received: (update: Uint8Array) => void },
): Promise<readonly Person[]> {
  const people: Person[] = [];
  while (people.length < count) {
    const size = Math.min(joiningAtOnce, count - people.length);
    const group = Array.from({ length: size }, (_, index) => people.length + index + 1).map(async (clientId) => {
      const { typist, received } = personOf(clientId);
      return { typist, client: await BenchClient.join(room, { clientId, received }) };
    });
    people.push(...(await within(patienceSeconds, "joining", Promise.all(group))));
  }
  return people;
}
