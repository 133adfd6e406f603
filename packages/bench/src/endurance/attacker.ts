/** A connection that sends damaged frames one after another, and connects anew whenever it is closed. */

import { FrameSource } from "./frame-source.ts";
import { damaged } from "./mutation.ts";
import type { Random } from "./random.ts";
import { RawClient } from "./raw-client.ts";

/** How many damaged frames are still to be sent, by all attackers together, and what became of the sent ones. */
export interface Damage {
  left: number;
  /** Frames after which the connection was still open. */
  survived: number;
  /** Close codes, and how many frames each answered. */
  readonly closed: Map<number, number>;
}

export class Attacker {
  readonly #source: FrameSource;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
    this.#source = new FrameSource(random);
  }

  /** Sends until `damage.left` is 0. Every frame is received before the next one is sent, or it closed the connection. */
  async attack(origin: string, documentId: string, damage: Damage): Promise<void> {
    while (damage.left > 0) {
      const client = await RawClient.connect(origin, documentId, (frame) => {
        if (frame.kind === "sync-step-1") this.#source.learn(frame.stateVector);
      });
      if (client === null) throw new Error("the server lets nobody in any more");
      let isOpen = await client.isAlive();
      // Until step 1 is answered, updates are only held: mostly, answer it as one should.
      if (isOpen && this.#random.chance(0.7)) client.send(this.#source.answer());
      while (isOpen && damage.left > 0) {
        damage.left -= 1;
        client.sendBytes(damaged(this.#source.next(), this.#random));
        isOpen = await client.isAlive();
        if (isOpen) damage.survived += 1;
      }
      client.close();
      const code = await client.ended;
      if (!isOpen) damage.closed.set(code, (damage.closed.get(code) ?? 0) + 1);
    }
  }
}
