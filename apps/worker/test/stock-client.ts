/** A raw socket to the worker under test, with a Yjs document behind it, as a plain `y-websocket` client has. */

import type { Frame, subprotocol } from "@samepage/protocol";
import * as Y from "yjs";
import { type Offer, openSocket, RawPeer } from "./raw-peer.ts";

export class StockClient extends RawPeer {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText("text");

  private constructor(socket: WebSocket) {
    super(socket);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.send({ kind: "update", update });
    });
    this.send({ kind: "sync-step-1", stateVector: Y.encodeStateVector(this.doc) });
  }

  static async connect(
    id: string,
    protocol?: typeof subprotocol,
    offer: Omit<Offer, "protocol"> = {},
  ): Promise<StockClient> {
    return new StockClient(await openSocket(id, protocol === undefined ? offer : { ...offer, protocol }));
  }

  protected override take(frame: Frame): void {
    if (frame.kind === "sync-step-1") {
      this.send({ kind: "sync-step-2", update: Y.encodeStateAsUpdate(this.doc, frame.stateVector) });
    }
    if (frame.kind === "sync-step-2" || frame.kind === "update") Y.applyUpdate(this.doc, frame.update, this);
  }
}
