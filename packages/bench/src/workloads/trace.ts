/**
 * A recorded trace, one frame an edit, through one writer to one reader: until the reader's Yjs document, to which each
 * frame is applied as it comes, has the trace's last text. The frames are made before; at most 1,000 are on their way.
 */

import * as Y from "yjs";
import { BenchClient } from "../bench-client.ts";
import { Heard } from "../heard.ts";
import { driverMetric, Stopwatch } from "../stopwatch.ts";
import { readTrace } from "../trace.ts";
import { within } from "../within.ts";
import type { Workload } from "./workload.ts";

const framesOnTheirWay = 1_000;
export const writerId = 1;
const readerId = 2;

export interface Frame {
  readonly update: Uint8Array;
  /** The writer's Yjs clock after it. */
  readonly clock: number;
}

/** The workload that replays the trace in `path`. */
export function traceWorkload(path: string): Workload {
  let whenFramed: ReturnType<typeof frameTrace> | null = null;
  return {
    name: "trace",
    description: "a recorded trace, one frame an edit, from one writer to one reader's text",
    metrics: [{ name: "time", unit: "s", decimals: 2, hasRatio: true }, driverMetric],
    needsKeptText: false,
    async run({ createRoom }) {
      whenFramed ??= frameTrace(path);
      const { frames, endContent } = await whenFramed;
      const room = await createRoom();
      const doc = new Y.Doc();
      const heard = new Heard();
      const lastClock = frames.at(-1)?.clock ?? 0;
      const whenRead = Promise.withResolvers<void>();
      let [sent, passedOn] = [0, 0];
      const sendMore = (): void => {
        while ((frames[passedOn]?.clock ?? Number.POSITIVE_INFINITY) <= heard.of(writerId)) passedOn += 1;
        for (; sent < Math.min(frames.length, passedOn + framesOnTheirWay); sent += 1) {
          const frame = frames[sent];
          if (frame !== undefined) writer.send(frame.update);
        }
      };
      const writer = await BenchClient.join(room, { clientId: writerId, received: () => undefined });
      const reader = await BenchClient.join(room, {
        clientId: readerId,
        received(update) {
          Y.applyUpdate(doc, update);
          heard.hear(update);
          sendMore();
          const text = doc.getText("text");
          // The text is compared only when it may be the last.
          if (heard.of(writerId) === lastClock && text.length === endContent.length) {
            if (text.toString() === endContent) whenRead.resolve();
          }
        },
      });
      const watch = new Stopwatch();
      sendMore();
      await within(300, "passing the trace on", whenRead.promise);
      const { ms, driverPercent } = watch.stop();
      writer.leave();
      reader.leave();
      return [ms / 1_000, driverPercent];
    },
  };
}

/** One frame for each edit of the trace in `path`, as client `writerId` sends them. */
export async function frameTrace(
  path: string,
): Promise<{ readonly frames: readonly Frame[]; readonly endContent: string }> {
  const { startContent, patches, endContent } = await readTrace(path);
  const doc = new Y.Doc();
  doc.clientID = writerId;
  const text = doc.getText("text");
  const frames: Frame[] = [];
  let clock = startContent.length;
  if (startContent !== "") throw new Error("a trace that does not begin with nothing is not prepared for");
  doc.on("update", (update: Uint8Array) => void frames.push({ update, clock }));
  for (const [position, deleted, inserted] of patches) {
    clock += inserted.length;
    doc.transact(() => {
      if (deleted > 0) text.delete(position, deleted);
      if (inserted !== "") text.insert(position, inserted);
    });
  }
  return { frames, endContent };
}
