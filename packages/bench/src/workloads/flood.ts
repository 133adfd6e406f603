/**
 * Four people write 5,000 frames of one character each as fast as the server passes them on: at most 1,000 of a writer
 * are on their way to the slowest other. The clock stops when each has received the bytes of all the others', told by
 * their Yjs clocks; applying them is the same work behind each server, so it is left to the check after the clock.
 */

import * as Y from "yjs";
import { BenchClient } from "../bench-client.ts";
import type { Room } from "../contestants/contestant.ts";
import { Heard } from "../heard.ts";
import { driverMetric, Stopwatch } from "../stopwatch.ts";
import { Typist } from "../typist.ts";
import { within } from "../within.ts";
import type { Workload } from "./workload.ts";

const writerCount = 4;
const framesEach = 5_000;
const warmUpFramesEach = 1_000;
const framesOnTheirWay = 1_000;

export const flood: Workload = {
  name: "flood",
  description: "4 writers × 5,000 single-character frames, until all have all",
  metrics: [{ name: "rate", unit: "updates/s", decimals: 0, hasRatio: true, better: "more" }, driverMetric],
  needsKeptText: false,
  async run({ createRoom }) {
    await floodOnce(await createRoom(), warmUpFramesEach);
    const { ms, driverPercent } = await floodOnce(await createRoom(), framesEach);
    return [(writerCount * framesEach) / (ms / 1_000), driverPercent];
  },
};

interface Writer {
  readonly client: BenchClient;
  readonly clientId: number;
  readonly frames: readonly Uint8Array[];
  readonly heard: Heard;
  readonly received: Uint8Array[];
  sent: number;
}

async function floodOnce(room: Room, frameCount: number): Promise<ReturnType<Stopwatch["stop"]>> {
  const writers: Writer[] = [];
  const whenAllHeard = Promise.withResolvers<void>();
  const sendMore = (writer: Writer): void => {
    const others = writers.filter((other) => other !== writer);
    const passedOn = Math.min(...others.map(({ heard }) => heard.of(writer.clientId)));
    for (; writer.sent < Math.min(frameCount, passedOn + framesOnTheirWay); writer.sent += 1) {
      const frame = writer.frames[writer.sent];
      if (frame !== undefined) writer.client.send(frame);
    }
  };
  const hasAll = ({ heard, clientId }: Writer): boolean =>
    heard.total - heard.of(clientId) === (writerCount - 1) * frameCount;

  for (let clientId = 1; clientId <= writerCount; clientId += 1) {
    const typist = new Typist(clientId);
    const frames = Array.from({ length: frameCount }, () => typist.type());
    const heard = new Heard();
    const received: Uint8Array[] = [];
    const client = await BenchClient.join(room, {
      clientId,
      received(update) {
        received.push(update);
        heard.hear(update, (author) => {
          const writer = writers[author - 1];
          if (writer !== undefined && author !== clientId) sendMore(writer);
        });
        if (writers.length === writerCount && writers.every(hasAll)) whenAllHeard.resolve();
      },
    });
    writers.push({ client, clientId, frames, heard, received, sent: 0 });
  }
  const watch = new Stopwatch();
  writers.forEach(sendMore);
  await within(120, "passing the flood on", whenAllHeard.promise);
  const time = watch.stop();
  assertAlike(writers, frameCount);
  for (const { client } of writers) client.leave();
  return time;
}

function assertAlike(writers: readonly Writer[], frameCount: number): void {
  const texts = writers.map(({ frames, received }) => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const update of [...frames, ...received]) Y.applyUpdate(doc, update);
    });
    return doc.getText("text").toString();
  });
  if (texts.some((text) => text !== texts[0])) throw new Error("the writers do not have the same text");
  if (texts[0]?.length !== writerCount * frameCount) throw new Error("the text is not whole");
}
