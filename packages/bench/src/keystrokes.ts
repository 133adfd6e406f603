/** How long a keystroke takes to the other's screen model, and until it is stored: one person types, one looks on. */

import { BenchServer } from "./bench-server.ts";

const keystrokes = 500;
const intervalMs = 40;

/** Measures and prints medians and 99th percentiles in milliseconds. */
export async function measureKeystrokes(): Promise<void> {
  const server = await BenchServer.start();
  const id = await server.createDocument();
  const [writer, reader] = [await server.join(id), await server.join(id)];
  const typedAt: number[] = [];
  const seen: number[] = [];
  const stored: number[] = [];
  reader.text.observe(() => {
    for (let index = seen.length; index < reader.text.length; index += 1) {
      seen.push(performance.now() - (typedAt[index] ?? 0));
    }
  });
  const stop = writer.saveState.subscribe(({ kind }) => {
    if (kind !== "saved") return;
    for (let index = stored.length; index < typedAt.length; index += 1) {
      stored.push(performance.now() - (typedAt[index] ?? 0));
    }
  });
  for (let index = 0; index < keystrokes; index += 1) {
    typedAt.push(performance.now());
    writer.text.insert(index, "a");
    await new Promise((resume) => setTimeout(resume, intervalMs));
  }
  while (stored.length < keystrokes) await new Promise((resume) => setTimeout(resume, intervalMs));
  stop();
  print("to the other's screen model", seen);
  print("until everything typed is stored", stored);
  console.log("Times of this machine, in one run; ratios against peers are not measured yet.");
  await server.stop();
}

function print(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${times.length} keystrokes)`);
}
