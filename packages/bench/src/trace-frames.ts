/** A trace as the frames that its writers' clients send, one for each edit. */

import * as Y from "yjs";
import type { ConcurrentTrace, Trace } from "./trace.ts";

/** The client ids of the writers count from here. */
export const firstWriterId = 1;

export interface Frame {
  readonly update: Uint8Array;
  /** The client id of its writer. */
  readonly writer: number;
  /** Its writer's Yjs clock after it. */
  readonly clock: number;
  /** The clocks of the other writers that its writer had heard of. */
  readonly heard: ReadonlyMap<number, number>;
}

export interface FramedTrace {
  readonly writers: number;
  /** In an order in which each follows all that its writer had heard of. */
  readonly frames: readonly Frame[];
  /** The text that everybody has in the end. */
  readonly endContent: string;
}

const nobody: ReadonlyMap<number, number> = new Map();

/** One writer's frames. */
export function frameTrace({ patches, endContent }: Trace): FramedTrace {
  const writer = new Writer(firstWriterId);
  const frames = patches.map((patch) => ({ ...writer.write([patch]), heard: nobody }));
  return { writers: 1, frames, endContent };
}

/**
 * The frames of several. Who comes first where two wrote at one place is decided by Yjs, so that the end may be another
 * text than the trace's own.
 */
export function frameConcurrentTrace({ agents, transactions }: ConcurrentTrace): FramedTrace {
  const writers = Array.from({ length: agents }, (_, agent) => new Writer(firstWriterId + agent));
  const known = writers.map(() => new Set<number>());
  const frames: Frame[] = [];
  for (const [index, { parents, agent, patches }] of transactions.entries()) {
    const [writer, has] = [writers[agent], known[agent]];
    if (writer === undefined || has === undefined) throw new Error(`the trace has no agent ${agent}`);
    const missing = new Set<number>();
    const open = [...parents];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (has.has(next) || missing.has(next)) continue;
      missing.add(next);
      open.push(...(transactions[next]?.parents ?? []));
    }
    for (const ancestor of [...missing].sort((one, other) => one - other)) {
      writer.hear(frames[ancestor]?.update ?? new Uint8Array([0, 0]));
      has.add(ancestor);
    }
    const heard = writer.clocksOfOthers();
    frames.push({ ...writer.write(patches), heard });
    has.add(index);
  }
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { update } of frames) Y.applyUpdate(doc, update);
  });
  return { writers: agents, frames, endContent: doc.getText("text").toString() };
}

class Writer {
  readonly #doc = new Y.Doc();
  readonly #clientId: number;
  #update: Uint8Array = new Uint8Array([0, 0]);

  constructor(clientId: number) {
    this.#clientId = clientId;
    this.#doc.clientID = clientId;
    this.#doc.on("update", (update: Uint8Array) => {
      this.#update = update;
    });
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, update);
  }

  write(patches: Trace["patches"]): Omit<Frame, "heard"> {
    const text = this.#doc.getText("text");
    this.#doc.transact(() => {
      for (const [position, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(position, deleted);
        if (inserted !== "") text.insert(position, inserted);
      }
    });
    const clock = Y.getState(this.#doc.store, this.#clientId);
    return { update: this.#update, writer: this.#clientId, clock };
  }

  clocksOfOthers(): ReadonlyMap<number, number> {
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.#doc));
    clocks.delete(this.#clientId);
    return clocks;
  }
}
