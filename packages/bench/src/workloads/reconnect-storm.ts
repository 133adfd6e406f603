/** The server is killed under five hundred people and started again; they come back at once, and all have the text. */

import { BenchClient } from "../bench-client.ts";
import { driverMetric, Stopwatch } from "../stopwatch.ts";
import { within } from "../within.ts";
import { writeAndStay, writeDocument } from "../written-document.ts";
import type { Workload } from "./workload.ts";

const people = 500;
const firstId = 10;
const written = writeDocument(5_000, 20);

/** Longer than any of them puts off its saving; none tells when it is done. */
const savedAfterMs = 12_000;

export const reconnectStorm: Workload = {
  name: "reconnect-storm",
  description:
    "the server is killed and started under 500 people in a document of 100 kB: from its answering until all have the text",
  metrics: [{ name: "time", unit: "ms", decimals: 0, hasRatio: false }, driverMetric],
  needsKeptText: true,
  async run({ createRoom, server }) {
    const room = await createRoom();
    const { writer, reader } = await writeAndStay(room, written.update);
    const join = (): Promise<readonly BenchClient[]> => {
      const joining = Array.from({ length: people }, (_, index) => {
        let size = 0;
        const received = (update: Uint8Array): void => {
          size += update.length;
        };
        return BenchClient.join(room, { clientId: firstId + index, received }).then((client) => {
          // It may have been written anew, but not with less than its text.
          if (size < written.text.length) throw new Error("somebody was sent less than the text");
          return client;
        });
      });
      return within(120, "joining", Promise.all(joining));
    };
    const before = await join();
    await new Promise((resume) => setTimeout(resume, savedAfterMs));
    for (const client of [writer, reader, ...before]) client.leave();
    await server.killAndRestart();
    const watch = new Stopwatch();
    const after = await join();
    const { ms, driverPercent } = watch.stop();
    for (const client of after) client.leave();
    return [ms, driverPercent];
  },
};
