/** A small world around one room: a shell over a journal in memory, and people with Yjs documents. No time but its own. */

import { LiveDocument } from "@samepage/document";
import { Journal } from "@samepage/journal";
import { decodeFrame, defaultLimits, encodeFrame, type Frame, type Limits } from "@samepage/protocol";
import * as Y from "yjs";
import { nodeSql } from "../../journal/test/node-sql.ts";
import { createRoom, type Effect, newSession, type Room, type RoomEvent, receive } from "../src/index.ts";

const epoch = "0123456789abcdef".repeat(2);

export class World {
  readonly sql = nodeSql();
  readonly people = new Map<number, Person>();
  readonly closed: { readonly socket: number; readonly code: number; readonly reason: string }[] = [];
  now = 1_000_000;
  isStorageFailing = false;
  commits = 0;
  #room: Room;
  #journal: Journal;
  /** The timers that run, the next one first. */
  #wakes: number[] = [];
  #lastSocket = 0;
  readonly #limits: Limits;

  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { ...defaultLimits, ...limits };
    const settings = { title: "", language: "markdown" };
    Journal.create(this.sql, {
      ...settings,
      time: this.now,
      epoch,
      ownerKeyHash: Uint8Array.of(1),
      firstUpdate: null,
    });
    [this.#journal, this.#room] = this.#open();
  }

  #open(): [Journal, Room] {
    const journal = Journal.open(this.sql, () => epoch);
    if (journal === null) throw new Error("nothing was created");
    const load = () => {
      const { snapshot, updates, version } = journal.read();
      return { document: LiveDocument.load(snapshot, updates), version, snapshotBytes: snapshot?.length ?? 0 };
    };
    const source = {
      load,
      settings: () => journal.settings(),
      epoch: () => journal.epoch(),
      logSize: () => ({ rows: journal.logRows, bytes: journal.logBytes }),
    };
    return [journal, createRoom(source, this.#limits, [])];
  }

  /** The document that storage holds, as a process that starts now would read it. */
  stored(): LiveDocument {
    const { snapshot, updates } = this.#journal.read();
    return LiveDocument.load(snapshot, updates);
  }

  /** How much of each client's writing storage holds. */
  storedClocks(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(this.stored().stateVector());
  }

  join(person: Person, role: "editor" | "viewer" = "editor"): void {
    this.#lastSocket += 1;
    person.connected(this.#lastSocket);
    this.people.set(this.#lastSocket, person);
    this.receive({ kind: "joined", socket: this.#lastSocket, session: newSession(role, person.isExtended) });
  }

  leave(person: Person): void {
    if (!this.people.delete(person.socket)) return;
    person.disconnected();
    this.receive({ kind: "left", socket: person.socket });
  }

  /** The runtime dies: what was not stored is gone, and so is every connection. */
  crash(): void {
    for (const person of this.people.values()) person.disconnected();
    this.people.clear();
    this.#wakes = [];
    [this.#journal, this.#room] = this.#open();
  }

  /** Carries the oldest frame that `person` has sent to the room. */
  deliver(person: Person): boolean {
    const bytes = person.sent.shift();
    if (bytes === undefined || !this.people.has(person.socket)) return false;
    this.receive({ kind: "message", socket: person.socket, bytes });
    return true;
  }

  passTime(ms: number): void {
    const end = this.now + ms;
    for (let at = this.#wakes[0]; at !== undefined && at <= end; at = this.#wakes[0]) {
      this.#wakes.shift();
      this.now = Math.max(this.now, at);
      this.receive({ kind: "woken", at });
    }
    this.now = end;
  }

  /** Until nothing is under way any more. */
  settle(): void {
    for (let isBusy = true; isBusy; ) {
      isBusy = [...this.people.values()].some((person) => this.deliver(person));
      const [next] = this.#wakes;
      if (!isBusy && next !== undefined) {
        this.passTime(Math.max(0, next - this.now));
        isBusy = true;
      }
    }
  }

  receive(event: RoomEvent): void {
    for (const effect of receive(this.#room, event, this.now)) this.#perform(effect);
  }

  #perform(effect: Effect): void {
    switch (effect.kind) {
      case "send":
        for (const socket of effect.sockets) this.people.get(socket)?.received(effect.bytes);
        break;
      case "close":
        this.closed.push(effect);
        this.leave(this.people.get(effect.socket) ?? new Person(false));
        break;
      case "commit":
        if (!this.isStorageFailing) {
          this.#journal.append(effect.batch.updates, effect.batch.version, this.now);
          this.commits += 1;
        }
        this.receive({ kind: this.isStorageFailing ? "commit-failed" : "committed", batch: effect.batch });
        break;
      case "compact":
        this.#journal.compact(effect.snapshot);
        break;
      case "wake":
        this.#wakes.push(effect.at);
        this.#wakes.sort((one, other) => one - other);
        break;
      case "keep":
        break;
    }
  }
}

/** A client: its document, what it has sent that is still on its way, and what the server acknowledged of it. */
export class Person {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText("text");
  readonly isExtended: boolean;
  readonly heard: Frame[] = [];
  sent: Uint8Array[] = [];
  socket = 0;
  /** Frames with edits that were sent on this connection and not acknowledged. */
  unacknowledged = 0;
  /** Hears nothing any more, and its side of the line does not know. */
  isDead = false;
  #isConnected = false;
  #hasAnswered = false;

  constructor(isExtended: boolean) {
    this.isExtended = isExtended;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      // A stock client sends what is typed as soon as it is connected, ours once it has answered step 1.
      if (origin !== this && this.#isConnected && (this.#hasAnswered || !isExtended)) this.#sendEdit("update", update);
    });
  }

  connected(socket: number): void {
    this.socket = socket;
    this.sent = [];
    this.unacknowledged = 0;
    this.#isConnected = true;
    this.#hasAnswered = false;
    this.send({ kind: "sync-step-1", stateVector: Y.encodeStateVector(this.doc) });
  }

  disconnected(): void {
    this.#isConnected = false;
    this.sent = [];
  }

  /** Whether every edit made here is known to be stored. */
  get isSaved(): boolean {
    return this.isExtended && this.#isConnected && this.#hasAnswered && this.unacknowledged === 0;
  }

  /** How much this client has written. */
  get ownClock(): { readonly client: number; readonly clock: number } {
    const client = this.doc.clientID;
    return { client, clock: Y.decodeStateVector(Y.encodeStateVector(this.doc)).get(client) ?? 0 };
  }

  send(frame: Frame): void {
    this.sent.push(encodeFrame(frame));
  }

  received(bytes: Uint8Array): void {
    if (this.isDead) return;
    const decoded = decodeFrame(bytes);
    if (!decoded.ok) throw new Error(`the room sent what nobody can read: ${decoded.reason}`);
    const frame = decoded.value;
    this.heard.push(frame);
    if (frame.kind === "sync-step-1") {
      this.#hasAnswered = true;
      this.#sendEdit("sync-step-2", Y.encodeStateAsUpdate(this.doc, frame.stateVector));
    }
    if (frame.kind === "sync-step-2" || frame.kind === "update") Y.applyUpdate(this.doc, frame.update, this);
    if (frame.kind === "acknowledge") this.unacknowledged -= frame.frames;
  }

  #sendEdit(kind: "sync-step-2" | "update", update: Uint8Array): void {
    this.unacknowledged += 1;
    this.send({ kind, update });
  }
}
