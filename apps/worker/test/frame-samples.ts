/** One frame of each kind, as somebody may send it; and how to see that it had an effect. */

import { runInDurableObject } from "cloudflare:test";
import { encodeFrame, type Frame } from "@samepage/protocol";
import { bytesOf, overlongForms, piecesOfInsertion, piecesOfState, utf8 } from "./frame-pieces.ts";
import type { OwnedDocument } from "./owned-document.ts";
import type { RawPeer } from "./raw-peer.ts";

interface FrameSample {
  /** The Yjs client that it is of. */
  readonly client: number;
  readonly canonical: Uint8Array;
  /** The same with each of its numbers, one at a time, written too long. */
  readonly overlong: readonly Uint8Array[];
  /** Whether it did what it is for. The sender is still there, unless it was closed. */
  hadEffect(scene: Scene): Promise<boolean>;
}

interface Scene {
  readonly document: OwnedDocument;
  readonly sender: RawPeer;
  /** Somebody else who shows a state. */
  readonly observer: RawPeer;
}

type Samples = Readonly<Record<Frame["kind"], () => FrameSample>>;

let lastClient = 1_000;

/** The id of a Yjs client that has written nothing, and shows nothing. */
export function newClient(): number {
  lastClient += 1;
  return lastClient;
}

const sync = 0;

export const frameSamples: Samples = {
  "sync-step-1": () => {
    const stateVector = [1, newClient(), 1];
    const frame: Frame = { kind: "sync-step-1", stateVector: bytesOf(stateVector) };
    const hadEffect = async ({ sender }: Scene): Promise<boolean> => sender.heard("sync-step-2").length > 0;
    return sampleOf(frame, [sync, 0, stateVector], hadEffect);
  },
  "sync-step-2": () => writing("sync-step-2", 1),
  update: () => writing("update", 2),
  awareness: () => {
    const client = newClient();
    const name = `shown ${client}`;
    const states = piecesOfState(client, 1, JSON.stringify({ user: { name } }));
    const frame: Frame = { kind: "awareness", states: bytesOf(states) };
    const hadEffect = async ({ observer }: Scene): Promise<boolean> => hasHeard(observer, name);
    return sampleOf(frame, [1, states], hadEffect, client);
  },
  "query-awareness": () => {
    // Once unasked, on joining.
    const hadEffect = async ({ sender }: Scene): Promise<boolean> => sender.heard("awareness").length > 1;
    return sampleOf({ kind: "query-awareness" }, [3], hadEffect);
  },
  store: () => {
    const hadEffect = ({ document }: Scene): Promise<boolean> =>
      runInDurableObject(document.stub, (_object, state) =>
        state.getWebSockets().some((socket) => socket.deserializeAttachment()?.session.asksToStore === true),
      );
    return sampleOf({ kind: "store" }, [102], hadEffect);
  },
  acknowledge: () => sampleOf({ kind: "acknowledge", frames: 1 }, [100, 1], async () => false),
  announce: () => {
    const title = `forged ${newClient()}`;
    const json = JSON.stringify({ kind: "settings", title, language: "plain" });
    const hadEffect = async ({ observer }: Scene): Promise<boolean> => hasHeard(observer, title);
    return sampleOf({ kind: "announce", json }, [101, [utf8(json)]], hadEffect);
  },
};

function writing(kind: "sync-step-2" | "update", number: number): FrameSample {
  const client = newClient();
  const word = `written ${client}.`;
  const update = piecesOfInsertion(client, word);
  const hadEffect = async ({ document, observer }: Scene): Promise<boolean> =>
    (await document.text()).includes(word) || hasHeard(observer, word);
  return sampleOf({ kind, update: bytesOf(update) }, [sync, number, update], hadEffect, client);
}

function sampleOf(
  frame: Frame,
  pieces: Parameters<typeof overlongForms>[1],
  hadEffect: FrameSample["hadEffect"],
  client = newClient(),
): FrameSample {
  return { client, canonical: encodeFrame(frame), overlong: overlongForms(frame, pieces), hadEffect };
}

function hasHeard(peer: RawPeer, text: string): boolean {
  return peer.messages.some((message) => new TextDecoder().decode(message).includes(text));
}
