/** The floods: each does one thing as fast as it can, as one client, until its tally says that it is over. */

import { decodeAwareness, encodeAwareness, type Frame } from "@samepage/protocol";
import { Heard } from "../heard.ts";
import { Typist } from "../typist.ts";
import { type Caller, callerHeaders } from "./caller.ts";
import { RawClient } from "./raw-client.ts";
import type { Tally } from "./tally.ts";

export interface Target {
  readonly origin: string;
  readonly documentId: string;
  readonly caller: Caller;
}

type Flood = (target: Target, tally: Tally) => Promise<void>;

export const floods = {
  creation: (target, tally) => atOnce(16, (index) => createDocuments(target, tally, index % 2 === 0)),
  connection: (target, tally) => atOnce(32, () => openAndClose(target, tally)),
  frames: (target, tally) => sendFrames(target, tally),
  awareness: (target, tally) => sendStates(target, tally),
} as const satisfies Record<string, Flood>;

export type FloodName = keyof typeof floods;

/** Whoever sends without waiting does so up to here: what piles up in this process is no load of the server's. */
const mostUnsentBytes = 256 * 1024;

/** Frames between two looks at what has come in. */
const framesPerTurn = 50;

const emptyStateVector = new Uint8Array([0]);
const nothingToAdd: Frame = { kind: "sync-step-2", update: new Uint8Array([0, 0]) };

async function atOnce(count: number, work: (index: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, index) => work(index)));
}

async function createDocuments({ origin, caller }: Target, tally: Tally, isByApi: boolean): Promise<void> {
  const headers = callerHeaders(caller);
  while (!tally.isOver()) {
    tally.tried();
    const status = await statusOf(
      isByApi
        ? fetch(`${origin}/api/documents`, { method: "POST", headers })
        : fetch(`${origin}/new`, { headers, redirect: "manual" }),
    );
    if (typeof status === "number" && status < 400) tally.letThrough();
    else tally.refused(status);
  }
}

/** The status of a response that was read to its end; a server may also hang up. */
async function statusOf(request: Promise<Response>): Promise<number | "no answer"> {
  try {
    const response = await request;
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    if (error instanceof TypeError) return "no answer";
    throw error;
  }
}

async function openAndClose(target: Target, tally: Tally): Promise<void> {
  while (!tally.isOver()) {
    const client = await arrive(target, () => undefined, tally);
    if (client === null) continue;
    tally.tried();
    tally.letThrough();
    client.close();
    await client.ended;
  }
}

/** Types, and asks for the whole text again and again. Let through is what somebody else hears of, and each answer. */
async function sendFrames(target: Target, tally: Tally): Promise<void> {
  const own = new Set<number>();
  const heard = new Heard();
  const leave = await lookOn(target, (frame) => {
    if (frame.kind !== "update") return;
    heard.hear(frame.update, (client, from, to) => {
      if (own.has(client)) tally.letThrough(to - from);
    });
  });
  const received = (frame: Frame): void => {
    if (frame.kind === "sync-step-2") tally.letThrough();
  };
  while (!tally.isOver()) {
    const typist = new Typist(newClientId());
    own.add(typist.clientId);
    const next = (sent: number): Frame =>
      sent % 2 === 0
        ? { kind: "update", update: typist.type() }
        : { kind: "sync-step-1", stateVector: emptyStateVector };
    await flood(target, tally, { received, next });
  }
  leave();
}

/** Moves a caret. Let through is what somebody else is shown. */
async function sendStates(target: Target, tally: Tally): Promise<void> {
  const leave = await lookOn(target, (frame) => {
    if (frame.kind !== "awareness") return;
    const decoded = decodeAwareness(frame.states);
    if (decoded.ok) tally.letThrough(decoded.value.filter(({ state }) => state !== null).length);
  });
  while (!tally.isOver()) {
    const client = newClientId();
    const next = (sent: number): Frame => {
      const state = JSON.stringify({ user: { name: "Flood" }, moved: sent, ballast: "x".repeat(1_500) });
      return { kind: "awareness", states: encodeAwareness([{ client, clock: sent + 1, state }]) };
    };
    await flood(target, tally, { received: () => undefined, next });
  }
  leave();
}

/** Joins as the same client and only hears what others are sent. Resolves with a function that leaves again. */
async function lookOn(target: Target, received: (frame: Frame) => void): Promise<() => void> {
  const client = await RawClient.connect(
    target.origin,
    target.documentId,
    (frame, client) => {
      // Who does not answer counts as too slow after some megabytes.
      if (frame.kind === "sync-step-1") client.send(nothingToAdd);
      received(frame);
    },
    target.caller,
  );
  if (client === null) throw new Error("the flooder could not join");
  return () => client.close();
}

interface Sending {
  readonly received: (frame: Frame) => void;
  readonly next: (sent: number) => Frame;
}

/** Connects and sends one frame after another until the connection or the flood ends. */
async function flood(target: Target, tally: Tally, { received, next }: Sending): Promise<void> {
  const client = await arrive(target, received, tally);
  if (client === null) return;
  let isOpen = true;
  const ended = client.ended.then((code) => {
    isOpen = false;
    if (!tally.isOver()) tally.refused(code);
  });
  // Until this is said, updates are only held.
  client.send(nothingToAdd);
  for (let sent = 0; isOpen && !tally.isOver(); ) {
    for (let turn = 0; turn < framesPerTurn && client.unsentBytes < mostUnsentBytes; turn += 1) {
      tally.tried();
      client.send(next(sent));
      sent += 1;
    }
    await new Promise((resume) => setImmediate(resume));
  }
  client.close();
  await ended;
}

/** Connects and waits until the room says something. Null when it closes instead, which counts as tried and refused. */
async function arrive(target: Target, received: (frame: Frame) => void, tally: Tally): Promise<RawClient | null> {
  let greet = (): void => undefined;
  const greeted = new Promise<null>((resolve) => {
    greet = () => resolve(null);
  });
  const client = RawClient.begin(
    target.origin,
    target.documentId,
    (frame) => {
      greet();
      received(frame);
    },
    target.caller,
  );
  const code = await Promise.race([greeted, client.ended]);
  if (code === null) return client;
  tally.tried();
  tally.refused(code);
  return null;
}

function newClientId(): number {
  return Math.floor(Math.random() * 2 ** 32);
}
