/** The frames of the wire, decoded totally: every byte string is either a frame or a reason. Knows no socket. */

import * as encoding from "lib0/encoding";
import { Reader, type ReadRefusal, type Result, readWhole } from "./reading.ts";

/** One WebSocket message. The first four kinds are plain `y-websocket`; the others exist only under `samepage.1`. */
export type Frame =
  | { readonly kind: "sync-step-1"; readonly stateVector: Uint8Array }
  | { readonly kind: "sync-step-2"; readonly update: Uint8Array }
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "awareness"; readonly states: Uint8Array }
  | { readonly kind: "query-awareness" }
  /** Client to server: store what is accepted and not stored yet; who has asked once does so for whatever it sends. */
  | { readonly kind: "store" }
  /** Server to client: that many more of this connection's step-2 and update frames are stored. */
  | { readonly kind: "acknowledge"; readonly frames: number }
  /** Server to client: a record that everybody sees, as JSON; see `announcement.ts`. */
  | { readonly kind: "announce"; readonly json: string };

export type FrameRefusal = ReadRefusal | "unknown-kind";

const sync = 0;
const awareness = 1;
const queryAwareness = 3;
const acknowledge = 100;
const announce = 101;
const store = 102;

const syncKinds = ["sync-step-1", "sync-step-2", "update"] as const;

/**
 * Reads one frame of the `y-websocket` protocol (y-protocols PROTOCOL.md) or of its `samepage.1` extension.
 * Never throws: hostile bytes are an expected input. A number written with more bytes than it needs is refused,
 * because a check that looks at bytes and one that looks at numbers must not disagree.
 */
export function decodeFrame(bytes: Uint8Array): Result<Frame, FrameRefusal> {
  const reader = new Reader<FrameRefusal>(bytes);
  return readWhole(reader, () => readFrame(reader));
}

function readFrame(reader: Reader<FrameRefusal>): Frame {
  switch (reader.number()) {
    case sync: {
      const kind = syncKinds[reader.number()];
      if (kind === undefined) return reader.refuse("unknown-kind");
      const payload = reader.bytes();
      return kind === "sync-step-1" ? { kind, stateVector: payload } : { kind, update: payload };
    }
    case awareness:
      return { kind: "awareness", states: reader.bytes() };
    case queryAwareness:
      return { kind: "query-awareness" };
    case acknowledge:
      return { kind: "acknowledge", frames: reader.number() };
    case announce:
      return { kind: "announce", json: reader.string() };
    case store:
      return { kind: "store" };
    default:
      return reader.refuse("unknown-kind");
  }
}

/** The bytes of one frame: the inverse of `decodeFrame`. */
export function encodeFrame(frame: Frame): Uint8Array {
  return encoding.encode((encoder) => {
    switch (frame.kind) {
      case "sync-step-1":
        encoding.writeVarUint(encoder, sync);
        encoding.writeVarUint(encoder, syncKinds.indexOf(frame.kind));
        encoding.writeVarUint8Array(encoder, frame.stateVector);
        break;
      case "sync-step-2":
      case "update":
        encoding.writeVarUint(encoder, sync);
        encoding.writeVarUint(encoder, syncKinds.indexOf(frame.kind));
        encoding.writeVarUint8Array(encoder, frame.update);
        break;
      case "awareness":
        encoding.writeVarUint(encoder, awareness);
        encoding.writeVarUint8Array(encoder, frame.states);
        break;
      case "query-awareness":
        encoding.writeVarUint(encoder, queryAwareness);
        break;
      case "acknowledge":
        encoding.writeVarUint(encoder, acknowledge);
        encoding.writeVarUint(encoder, frame.frames);
        break;
      case "announce":
        encoding.writeVarUint(encoder, announce);
        encoding.writeVarString(encoder, frame.json);
        break;
      case "store":
        encoding.writeVarUint(encoder, store);
        break;
    }
  });
}
