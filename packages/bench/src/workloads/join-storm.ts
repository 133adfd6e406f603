/**
 * Two hundred people open a document of 100 kB at once, while its two writers are in it: until the last of them has
 * been sent the whole text. The clock stops by the frames; that each held the whole text is checked after it.
 */

import * as Y from "yjs";
import { BenchClient } from "../bench-client.ts";
import { driverMetric, Stopwatch } from "../stopwatch.ts";
import { within } from "../within.ts";
import { writeAndStay, writeDocument } from "../written-document.ts";
import type { Workload } from "./workload.ts";

const joiners = 200;
const words = 5_000;
const wordLength = 20;
const firstJoinerId = 10;

export const joinStorm: Workload = {
  name: "join-storm",
  description: "200 people join a document of 100 kB at once, until all have the text",
  metrics: [{ name: "time", unit: "ms", decimals: 0, hasRatio: false }, driverMetric],
  needsKeptText: true,
  async run({ createRoom }) {
    const room = await createRoom();
    const written = writeDocument(words, wordLength);
    const { writer, reader } = await writeAndStay(room, written.update);

    const received: Uint8Array[] = [];
    const watch = new Stopwatch();
    const joining = Array.from({ length: joiners }, (_, index) =>
      BenchClient.join(room, { clientId: firstJoinerId + index, received: (update) => void received.push(update) }),
    );
    const clients = await within(120, "joining", Promise.all(joining));
    const { ms, driverPercent } = watch.stop();

    assertWhole(received, written.text);
    for (const client of [writer, reader, ...clients]) client.leave();
    return [ms, driverPercent];
  },
};

function assertWhole(received: readonly Uint8Array[], text: string): void {
  if (received.length < joiners) throw new Error("not everybody was sent the text");
  let [checked]: (Uint8Array | undefined)[] = [];
  for (const update of received) {
    if (checked !== undefined && Buffer.compare(checked, update) === 0) continue;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    if (doc.getText("text").toString() !== text) throw new Error("somebody was sent less than the whole text");
    checked = update;
  }
}
