/** A small world around one room: a shell over a journal in memory, and people. No time but its own. */

import { LiveDocument } from "@samepage/document";
import { type AccessRecords, Journal } from "@samepage/journal";
import { defaultLimits, type Limits } from "@samepage/protocol";
import * as Y from "yjs";
import { nodeSql } from "../../journal/test/node-sql.ts";
import {
  createRoom,
  type Effect,
  newSession,
  type PersonHere,
  peopleIn,
  type Room,
  type RoomEvent,
  receive,
  type Session,
  type Visitor,
} from "../src/index.ts";
import { Person } from "./person.ts";

/** More timers than this one after the other, and the room would never sleep. */
const mostWakes = 10_000;

const epoch = "0123456789abcdef".repeat(2);
const secret = new Uint8Array(32).fill(7);

export class World {
  static readonly ownerKeyHash = new Uint8Array(32).fill(1);
  readonly sql = nodeSql();
  readonly people = new Map<number, Person>();
  readonly closed: { readonly socket: number; readonly code: number; readonly reason: string }[] = [];
  now = 1_000_000;
  isStorageFailing = false;
  commits = 0;
  compactions = 0;
  /** Everything that the room sent, in order. */
  readonly sends: { readonly at: number; readonly sockets: readonly number[]; readonly bytes: Uint8Array }[] = [];
  #room: Room;
  #journal: Journal;
  /** The timers that run, the next one first. */
  #wakes: number[] = [];
  /** When the alarm comes; null when none is set. */
  alarmAt: number | null = null;
  #lastSocket = 0;
  readonly #kept = new Map<number, Session>();
  readonly #events: RoomEvent[] = [];
  readonly #limits: Limits;
  readonly #newDocument: () => LiveDocument;

  constructor(limits: Partial<Limits> = {}, newDocument = () => new LiveDocument()) {
    this.#newDocument = newDocument;
    this.#limits = { ...defaultLimits, ...limits };
    const settings = { title: "", language: "markdown", lineEnds: "lf" } as const;
    Journal.create(this.sql, {
      ...settings,
      time: this.now,
      epoch,
      secret,
      ownerKeyHash: World.ownerKeyHash,
      firstUpdate: null,
    });
    [this.#journal, this.#room] = this.#open();
  }

  /** The room is dropped from memory while nothing waits, and its sockets stay. */
  hibernate(): void {
    if (this.hasTimer) throw new Error("a room with a timer stays in memory");
    // So soon nothing hibernates.
    if (this.alarmAt !== null && this.alarmAt < this.now + 10_000) this.passTime(this.alarmAt - this.now);
    const sessions = [...this.#kept].filter(([socket]) => this.people.has(socket));
    [this.#journal, this.#room] = this.#open(sessions);
  }

  #open(sessions: Iterable<readonly [number, Session]> = []): [Journal, Room] {
    const journal = Journal.open(this.sql, { epoch: () => epoch, secret: () => secret });
    if (journal === null) throw new Error("nothing was created");
    const load = () => {
      const { snapshot, updates, version } = journal.read();
      return { document: LiveDocument.load(snapshot, updates, this.#newDocument()), version };
    };
    const source = {
      load,
      settings: () => journal.settings(),
      epoch: () => journal.epoch(),
      access: journal.access,
      size: () => journal.size(),
    };
    return [journal, createRoom(source, this.#limits, sessions)];
  }

  /** The document that storage holds, as a process that starts now would read it. */
  stored(): LiveDocument {
    const { snapshot, updates } = this.#journal.read();
    return LiveDocument.load(snapshot, updates);
  }

  /** The updates in the log. */
  storedUpdates(): readonly Uint8Array[] {
    return this.#journal.read().updates;
  }

  /** How much of each client's writing storage holds. */
  storedClocks(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(this.stored().stateVector());
  }

  /** `person` connects: by the bare address, with the right to write and as nobody known, unless it is said. */
  join(person: Person, visitor: Partial<Visitor> = {}): void {
    this.#lastSocket += 1;
    const socket = this.#lastSocket;
    person.connected(socket);
    this.people.set(socket, person);
    const nobody: Visitor = { role: "edit", link: null, person: `p${socket}`, isExtended: person.isExtended };
    this.receive({ kind: "joined", socket, session: newSession({ ...nobody, ...visitor }) });
  }

  /** Who is here, as the owner is told. */
  peopleHere(): readonly PersonHere[] {
    return peopleIn(this.#room);
  }

  /** What the owner decides about this document. */
  get access(): AccessRecords {
    return this.#journal.access;
  }

  leave(person: Person): void {
    if (!this.people.delete(person.socket)) return;
    person.disconnected();
    this.receive({ kind: "left", socket: person.socket });
  }

  /** The line of `person` dies, and the room does not know: it goes on sending there. */
  loseLine(person: Person): void {
    const ghost = new Person(person.isExtended);
    ghost.socket = person.socket;
    ghost.isDead = true;
    if (this.people.has(person.socket)) this.people.set(person.socket, ghost);
    person.disconnected();
  }

  /** The runtime dies, and storage comes back as it was after its first `commits` since it was last compacted. */
  rollBack(commits: number): void {
    this.sql.run("DELETE FROM log WHERE seq > ?", commits);
    this.crash();
  }

  /** The runtime dies: what was not stored is gone, and so is every connection. */
  crash(): void {
    for (const person of this.people.values()) person.disconnected();
    this.people.clear();
    this.#wakes = [];
    this.alarmAt = null;
    [this.#journal, this.#room] = this.#open();
  }

  /** Carries the oldest frame that `person` has sent to the room. */
  deliver(person: Person): boolean {
    const bytes = person.sent.shift();
    if (bytes === undefined || !this.people.has(person.socket)) return false;
    this.receive({ kind: "message", socket: person.socket, bytes });
    return true;
  }

  /** Carries all that `person` has sent, without any time passing. */
  deliverAll(person: Person): void {
    while (this.deliver(person));
  }

  passTime(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const at = this.#wakes[0] ?? Number.POSITIVE_INFINITY;
      const isAlarm = this.alarmAt !== null && this.alarmAt < at;
      const next = isAlarm ? (this.alarmAt ?? at) : at;
      if (next > end) break;
      this.now = Math.max(this.now, next);
      if (isAlarm) this.alarmAt = null;
      else this.#wakes.shift();
      this.receive(isAlarm ? { kind: "alarmed" } : { kind: "woken", at });
    }
    this.now = end;
  }

  /** Whether the room is to be woken once more: it is not while nothing happens. */
  get hasTimer(): boolean {
    return this.#wakes.length > 0;
  }

  /** Until nothing is under way any more. @throws when a room to which nothing happens is woken without end */
  settle(): void {
    let wakes = 0;
    for (let isBusy = true; isBusy; ) {
      isBusy = [...this.people.values()].some((person) => this.deliver(person));
      const [next] = this.#wakes;
      if (!isBusy && next === undefined) isBusy = this.#ask();
      if (!isBusy && next !== undefined) {
        wakes += 1;
        if (wakes > mostWakes) throw new Error("the room does not come to rest");
        this.passTime(Math.max(0, next - this.now));
        isBusy = true;
      }
    }
  }

  /** Has everybody ask who does and whose frames wait; whether anybody did. */
  #ask(): boolean {
    return [...this.people.values()].filter((person) => person.asks && person.askToStore()).length > 0;
  }

  receive(event: RoomEvent): void {
    this.#events.push(event);
    if (this.#events.length > 1) return;
    for (let next = this.#events[0]; next !== undefined; next = this.#events[0]) {
      for (const effect of receive(this.#room, next, this.now)) this.#perform(effect);
      this.#events.shift();
    }
  }

  #close(closing: World["closed"][number]): void {
    const person = this.people.get(closing.socket);
    if (person === undefined) return;
    this.closed.push(closing);
    this.leave(person);
  }

  #perform(effect: Effect): void {
    switch (effect.kind) {
      case "send":
        this.sends.push({ at: this.now, sockets: effect.sockets, bytes: effect.bytes });
        for (const socket of effect.sockets) this.people.get(socket)?.received(effect.bytes);
        break;
      case "close":
        this.#close(effect);
        break;
      case "commit":
        if (!this.isStorageFailing) {
          const { updates, snapshot, version } = effect.batch;
          if (snapshot === null) this.#journal.append(updates, version, this.now);
          else this.#journal.compact(snapshot, { version, time: this.now });
          this.commits += 1;
        }
        this.receive({ kind: this.isStorageFailing ? "commit-failed" : "committed", batch: effect.batch });
        break;
      case "compact":
        this.#journal.compact(effect.snapshot);
        this.compactions += 1;
        this.receive({ kind: "compacted" });
        break;
      case "wake":
        this.#wakes.push(effect.at);
        this.#wakes.sort((one, other) => one - other);
        break;
      case "alarm":
        this.alarmAt = effect.at;
        break;
      case "keep":
        this.#kept.set(effect.socket, structuredClone(effect.session));
        break;
    }
  }
}
