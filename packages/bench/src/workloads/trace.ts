/**
 * A trace, one frame an edit, through its writers to one reader: until the reader's Yjs document, to which each frame is
 * applied as it comes, has the last text. The frames are made before. A writer sends one when it has heard of what the
 * recorded one had; at most 1,000 are on their way.
 */

import * as Y from "yjs";
import { BenchClient } from "../bench-client.ts";
import type { Room, RunningContestant } from "../contestants/contestant.ts";
import type { Figures } from "../figures.ts";
import { Heard } from "../heard.ts";
import { driverMetric, Stopwatch } from "../stopwatch.ts";
import { storedBytes } from "../stored-bytes.ts";
import { isConcurrentTrace, readConcurrentTrace, readTrace, syntheticTrace } from "../trace.ts";
import { type FramedTrace, firstWriterId, frameConcurrentTrace, frameTrace } from "../trace-frames.ts";
import { within } from "../within.ts";
import type { Workload } from "./workload.ts";

const framesOnTheirWay = 1_000;
const readerId = 1_000;

/** Longer than any of them puts off its saving; none tells when it is done. */
const savedAfterMs = 12_000;

const syntheticEdits = 50_000;

/** The workload of the trace in each of `paths`, or of one that is made from a seed when there are none. */
export function traceWorkloads(paths: readonly string[]): readonly Workload[] {
  if (paths.length === 0) {
    const frame = async (): Promise<FramedTrace> => frameTrace(syntheticTrace(syntheticEdits, 1));
    return [traceWorkload("trace", `${syntheticEdits} edits made from a seed`, frame)];
  }
  return paths.map((path, index) =>
    traceWorkload(index === 0 ? "trace" : `trace-${index + 1}`, path.replace(/^.*[/\\]/, ""), () => framesOf(path)),
  );
}

/** The frames of the trace in `path`, of one writer or of several. */
export async function framesOf(path: string): Promise<FramedTrace> {
  if (await isConcurrentTrace(path)) return frameConcurrentTrace(await readConcurrentTrace(path));
  return frameTrace(await readTrace(path));
}

function traceWorkload(name: string, what: string, frame: () => Promise<FramedTrace>): Workload {
  let whenFramed: Promise<FramedTrace> | null = null;
  return {
    name,
    description: `${what}, one frame an edit, from its writers to a reader's text; what is on disk ${savedAfterMs / 1_000} s after all have left`,
    metrics: [
      { name: "time", unit: "s", decimals: 2, hasRatio: true },
      driverMetric,
      { name: "stored", unit: "kB", decimals: 0, hasRatio: false },
      { name: "stored", unit: "B/edit", decimals: 1, hasRatio: false, better: "neither" },
    ],
    needsKeptText: false,
    async run(contestant) {
      whenFramed ??= frame();
      return replay(contestant, await whenFramed);
    },
  };
}

async function replay({ createRoom, server }: RunningContestant, trace: FramedTrace): Promise<Figures> {
  const { ms, driverPercent } = await passTraceOn(await createRoom(), trace);
  await new Promise((resume) => setTimeout(resume, savedAfterMs));
  const stored = await storedBytes(server.folder);
  return [ms / 1_000, driverPercent, stored / 1_000, stored / trace.frames.length];
}

/** Sends `frames` through `room`, until a reader's text is the last one; then all leave. */
export async function passTraceOn(
  room: Room,
  { writers, frames, endContent }: FramedTrace,
): Promise<ReturnType<Stopwatch["stop"]>> {
  const doc = new Y.Doc();
  const whenRead = Promise.withResolvers<void>();
  const toRead = new Heard();
  const sending: Sending[] = [];
  const lastClocks = new Map(frames.map(({ writer, clock }) => [writer, clock]));
  const sendMore = (): void => {
    for (const one of sending) one.sendMore(toRead);
  };
  const reader = await BenchClient.join(room, {
    clientId: readerId,
    received(update) {
      Y.applyUpdate(doc, update);
      toRead.hear(update);
      sendMore();
      const text = doc.getText("text");
      // The text is compared only when it may be the last.
      const hasAll = [...lastClocks].every(([writer, clock]) => toRead.of(writer) === clock);
      if (hasAll && text.length === endContent.length && text.toString() === endContent) whenRead.resolve();
    },
  });
  for (let writer = firstWriterId; writer < firstWriterId + writers; writer += 1) {
    sending.push(await Sending.join(room, writer, frames, sendMore));
  }
  const watch = new Stopwatch();
  sendMore();
  await within(300, "passing the trace on", whenRead.promise);
  const time = watch.stop();
  reader.leave();
  for (const one of sending) one.leave();
  return time;
}

/** One writer. */
class Sending {
  readonly #frames: FramedTrace["frames"];
  readonly #heard = new Heard();
  readonly #writer: number;
  #client: BenchClient | null = null;
  #sent = 0;
  #passedOn = 0;

  private constructor(writer: number, frames: FramedTrace["frames"]) {
    this.#writer = writer;
    this.#frames = frames.filter((frame) => frame.writer === writer);
  }

  static async join(room: Room, writer: number, frames: FramedTrace["frames"], hasHeard: () => void): Promise<Sending> {
    const sending = new Sending(writer, frames);
    sending.#client = await BenchClient.join(room, {
      clientId: writer,
      received(update) {
        sending.#heard.hear(update);
        hasHeard();
      },
    });
    return sending;
  }

  /** Sends what it may; `read` is what the reader has heard. */
  sendMore(read: Heard): void {
    while ((this.#frames[this.#passedOn]?.clock ?? Number.POSITIVE_INFINITY) <= read.of(this.#writer)) {
      this.#passedOn += 1;
    }
    const end = Math.min(this.#frames.length, this.#passedOn + framesOnTheirWay);
    for (; this.#sent < end; this.#sent += 1) {
      const frame = this.#frames[this.#sent];
      if (frame === undefined || ![...frame.heard].every(([other, clock]) => this.#heard.of(other) >= clock)) return;
      this.#client?.send(frame.update);
    }
  }

  leave(): void {
    this.#client?.leave();
  }
}
