/**
 * One person's connection, as cheap as it can be: a raw socket that speaks `y-websocket` (and knows acknowledgements),
 * so that what is measured is the server. It holds no document; updates are bytes. Compression is off for everybody.
 */

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import type { Room } from "./contestants/contestant.ts";
import { StoreAsking } from "./store-asking.ts";

const frameKind = { sync: 0, awareness: 1, syncReply: 4, acknowledge: 100, store: 102 } as const;
const syncKind = { step1: 0, step2: 1, update: 2 } as const;
const emptyStateVector = new Uint8Array([0]);
const emptyUpdate = new Uint8Array([0, 0]);
const storeFrame = new Uint8Array([frameKind.store]);

export interface BenchClientOptions {
  /** The Yjs client id that is shown to the others, and that writes. */
  readonly clientId: number;
  /** Is handed each update, the first being what the server had. */
  readonly received: (update: Uint8Array) => void;
}

export class BenchClient {
  /** Milliseconds from the sending of each acknowledged update to its acknowledgement. */
  readonly acknowledgedAfterMs: number[] = [];
  /** The first being what the server had. */
  updatesReceived = 0;
  /** Bytes of all messages received, without WebSocket's own. */
  bytesReceived = 0;
  readonly #socket: WebSocket;
  readonly #room: Room;
  readonly #options: BenchClientOptions;
  /** When each update was sent; null for the answer at joining, whose acknowledgement says nothing of storing. */
  readonly #unacknowledged: (number | null)[] = [];
  readonly #asking: StoreAsking;
  #isLeaving = false;
  #closing: string | null = null;

  /** Resolves once the server has sent what it had. @throws Error when the server closes the connection before that */
  static join(room: Room, options: BenchClientOptions): Promise<BenchClient> {
    return new Promise((resolve, reject) => {
      const client = new BenchClient(room, options, () => resolve(client));
      client.#socket.on("close", () => reject(new Error(`not let in: ${client.droppedBecause}`)));
    });
  }

  private constructor(room: Room, options: BenchClientOptions, synced: () => void) {
    this.#room = room;
    this.#options = options;
    this.#asking = new StoreAsking(room.asksToStoreAfterMs, () => this.#sendFrame(storeFrame));
    this.#socket = new WebSocket(room.address, [...room.subprotocols], { perMessageDeflate: false });
    this.#socket.on("open", () => {
      if (room.greeting !== null) this.#sendFrame(room.greeting);
      this.#sendSync(syncKind.step1, emptyStateVector);
      this.#sendFrame(presenceFrame(options.clientId));
    });
    this.#socket.on("message", (bytes) => {
      if (!(bytes instanceof Uint8Array)) return;
      this.bytesReceived += bytes.length;
      this.#receive(bytes, synced);
    });
    this.#socket.on("error", (error) => {
      this.#closing = error.message;
    });
    this.#socket.on("close", (code, reason) => {
      if (!this.#isLeaving) this.#closing ??= `closed with ${code} ${reason}`;
      this.#asking.stop();
    });
  }

  /** Why the connection ended although nobody left, or null. */
  get droppedBecause(): string | null {
    return this.#closing;
  }

  send(update: Uint8Array): void {
    this.#unacknowledged.push(performance.now());
    this.#sendSync(syncKind.update, update);
    this.#asking.plan(this.#unacknowledged[0] ?? null);
  }

  leave(): void {
    this.#isLeaving = true;
    this.#asking.stop();
    this.#socket.terminate();
  }

  #receive(bytes: Uint8Array, synced: () => void): void {
    const decoder = decoding.createDecoder(bytes);
    decoder.pos = this.#room.prefix.length;
    switch (decoding.readVarUint(decoder)) {
      case frameKind.sync:
      case frameKind.syncReply: {
        const kind = decoding.readVarUint(decoder);
        if (kind === syncKind.step1) {
          this.#unacknowledged.push(null);
          this.#sendSync(syncKind.step2, emptyUpdate);
          break;
        }
        this.updatesReceived += 1;
        this.#options.received(decoding.readVarUint8Array(decoder));
        if (kind === syncKind.step2) synced();
        break;
      }
      case frameKind.acknowledge: {
        const now = performance.now();
        const sent = this.#unacknowledged.splice(0, decoding.readVarUint(decoder));
        for (const time of sent) if (time !== null) this.acknowledgedAfterMs.push(now - time);
        this.#asking.stop();
        this.#asking.plan(this.#unacknowledged[0] ?? null);
        break;
      }
    }
  }

  #sendSync(kind: number, payload: Uint8Array): void {
    this.#sendFrame(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, frameKind.sync);
        encoding.writeVarUint(encoder, kind);
        encoding.writeVarUint8Array(encoder, payload);
      }),
    );
  }

  #sendFrame(frame: Uint8Array): void {
    const { prefix } = this.#room;
    this.#socket.send(prefix.length === 0 ? frame : Buffer.concat([prefix, frame]));
  }
}

/** The awareness frame with which a client says that it is here. */
function presenceFrame(clientId: number): Uint8Array {
  const states = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, JSON.stringify({ user: { name: `Person ${clientId}`, hue: clientId % 10 } }));
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameKind.awareness);
    encoding.writeVarUint8Array(encoder, states);
  });
}
