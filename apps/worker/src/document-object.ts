/** The Durable Object of one document: platform events in, effects out. What they mean is decided in `@samepage/room`. */

import { DurableObject } from "cloudflare:workers";
import { LiveDocument } from "@samepage/document";
import { type Creation, Journal } from "@samepage/journal";
import { closeCodes, heartbeat, type Limits, type Settings } from "@samepage/protocol";
import {
  type Batch,
  createRoom,
  documentOf,
  type Effect,
  newSession,
  type Room,
  type RoomEvent,
  receive,
  type Session,
} from "@samepage/room";
import type { Counters } from "./counters.ts";
import { durableSql } from "./durable-sql.ts";
import { type Environment, limitsOf } from "./environment.ts";
import { Meter } from "./meter.ts";
import { closedSocket, offersSubprotocol, upgraded } from "./upgrade.ts";

/** What stays with a socket through hibernation. */
interface Attachment {
  readonly number: number;
  readonly session: Session;
}

/** What `GET /api/documents/:id` tells, but for the id. Times as ISO 8601, `length` in UTF-16 code units. */
export interface Description extends Settings {
  readonly length: number;
  readonly version: number;
  readonly created: string;
  readonly updated: string;
}

export class DocumentObject extends DurableObject<Environment> {
  /** Null while no document was created at this id. */
  #open: { readonly journal: Journal; readonly room: Room } | null = null;
  readonly #sockets = new Map<number, WebSocket>();
  /** The number of each socket, which its attachment holds too, but only as bytes. One that was closed keeps it. */
  readonly #numbers = new WeakMap<WebSocket, number>();
  readonly #limits: Limits;
  /** What has happened and was not taken by the room yet, or is being taken. */
  readonly #events: RoomEvent[] = [];
  #lastNumber = 0;
  readonly #meter: Meter;

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment);
    this.#limits = limitsOf(environment);
    this.#meter = new Meter(state.id.toString());
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair(heartbeat.ping, heartbeat.pong));
    const journal = Journal.open(durableSql(state.storage, this.#meter.counters), newEpoch);
    if (journal !== null) this.#begin(journal);
  }

  create(creation: Omit<Creation, "time" | "epoch">): void {
    this.#meter.requested(Date.now());
    const begin = { time: Date.now(), epoch: newEpoch() };
    this.#begin(Journal.create(durableSql(this.ctx.storage, this.#meter.counters), { ...creation, ...begin }));
  }

  isCreated(): boolean {
    this.#meter.requested(Date.now());
    return this.#open !== null;
  }

  describe(): Description | null {
    this.#meter.requested(Date.now());
    if (this.#open === null) return null;
    const { journal, room } = this.#open;
    this.#receive({ kind: "text-needed" });
    const { document, version } = documentOf(room);
    const { created, updated } = journal.times();
    return {
      ...journal.settings(),
      length: document.length,
      version,
      created: new Date(created).toISOString(),
      updated: new Date(updated).toISOString(),
    };
  }

  text(): string | null {
    this.#meter.requested(Date.now());
    if (this.#open === null) return null;
    this.#receive({ kind: "text-needed" });
    return documentOf(this.#open.room).document.text;
  }

  /** What the document has cost, but for being asked: what woke it for nothing else is not counted. */
  counters(): (Counters & { readonly storedBytes: number }) | null {
    const counted = this.#meter.read();
    return this.#open === null ? null : { ...counted, storedBytes: this.ctx.storage.sql.databaseSize };
  }

  changeSettings(change: Partial<Settings>): Settings | null {
    this.#meter.requested(Date.now());
    if (this.#open === null) return null;
    const settings = { ...this.#open.journal.settings(), ...change };
    this.#open.journal.changeSettings(settings.title, settings.language);
    this.#receive({ kind: "settings-changed", settings });
    return settings;
  }

  override fetch(request: Request): Response {
    this.#meter.requested(Date.now());
    if (this.#open === null) return closedSocket(request, closeCodes.noSuchDocument, "no such document");
    if (this.#sockets.size >= this.#limits.socketsPerDocument) {
      return closedSocket(request, closeCodes.busy, "too many people in this document");
    }
    const { 0: client, 1: server } = new WebSocketPair();
    this.#lastNumber += 1;
    const session = newSession("editor", offersSubprotocol(request));
    this.ctx.acceptWebSocket(server);
    this.#add(server, this.#lastNumber);
    this.#receive({ kind: "joined", socket: this.#lastNumber, session });
    return upgraded(request, client);
  }

  override webSocketMessage(socket: WebSocket, message: ArrayBuffer | string): void {
    this.#meter.counters.messages += 1;
    const number = this.#numberOf(socket);
    if (number === null) return;
    if (typeof message === "string") this.#close(number, closeCodes.malformed, "text frames mean nothing here");
    else this.#receive({ kind: "message", socket: number, bytes: new Uint8Array(message) });
  }

  override webSocketClose(socket: WebSocket): void {
    this.#left(socket);
    socket.close(1000);
  }

  override webSocketError(socket: WebSocket): void {
    this.#left(socket);
  }

  override alarm(): void {
    this.#meter.requested(Date.now());
    this.#receive({ kind: "alarmed" });
  }

  #left(socket: WebSocket): void {
    const number = this.#numberOf(socket);
    if (number === null) return;
    this.#sockets.delete(number);
    socket.serializeAttachment(null);
    this.#receive({ kind: "left", socket: number });
  }

  #begin(journal: Journal): void {
    const sessions: [number, Session][] = [];
    for (const socket of this.ctx.getWebSockets()) {
      const attachment: Attachment | null = socket.deserializeAttachment();
      if (attachment === null || socket.readyState !== WebSocket.READY_STATE_OPEN) continue;
      const { number, session } = attachment;
      this.#add(socket, number);
      this.#lastNumber = Math.max(this.#lastNumber, number);
      sessions.push([number, session]);
    }
    const source = {
      load: () => {
        const { snapshot, updates, version } = journal.read();
        return { document: LiveDocument.load(snapshot, updates), version };
      },
      settings: () => journal.settings(),
      epoch: () => journal.epoch(),
      size: () => journal.size(),
    };
    this.#open = { journal, room: createRoom(source, this.#limits, sessions) };
  }

  #add(socket: WebSocket, number: number): void {
    this.#sockets.set(number, socket);
    this.#numbers.set(socket, number);
  }

  /**
   * The number of a socket that is here; null of one that was closed. Such a one goes on until its peer has answered,
   * which it may never do: what it sends, and that it ends, is nobody's, whoever has its number by then.
   */
  #numberOf(socket: WebSocket): number | null {
    const number = this.#numbers.get(socket);
    return number !== undefined && this.#sockets.get(number) === socket ? number : null;
  }

  /** What happens while effects are performed is taken when all of them are. */
  #receive(event: RoomEvent): void {
    if (this.#open === null) return;
    this.#meter.handled(Date.now());
    this.#events.push(event);
    if (this.#events.length > 1) return;
    const { journal, room } = this.#open;
    try {
      for (let next = this.#events[0]; next !== undefined; next = this.#events[0]) {
        for (const effect of receive(room, next, Date.now())) this.#perform(effect, journal);
        this.#events.shift();
      }
    } catch (error) {
      console.error(error);
      this.#events.length = 0;
      this.#beginAgain(journal);
    }
  }

  /**
   * What is stored could not be read. Nobody is shown less than the whole document: all are asked to come back. What
   * was not acknowledged is with its authors, who bring it again.
   */
  #beginAgain(journal: Journal): void {
    for (const socket of this.#sockets.values()) {
      socket.close(closeCodes.serverFault, "the document could not be read");
      socket.serializeAttachment(null);
    }
    this.#sockets.clear();
    this.#begin(journal);
  }

  #perform(effect: Effect, journal: Journal): void {
    switch (effect.kind) {
      case "send": {
        // Sending a whole buffer costs less than a view of it.
        const { bytes } = effect;
        const { buffer } = bytes;
        const data = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength ? buffer : bytes;
        for (const number of effect.sockets) this.#send(number, data);
        break;
      }
      case "close":
        this.#close(effect.socket, effect.code, effect.reason);
        break;
      case "commit":
        this.#receive({
          kind: this.#isStored(journal, effect.batch) ? "committed" : "commit-failed",
          batch: effect.batch,
        });
        break;
      case "compact":
        this.#compact(journal, effect.snapshot);
        break;
      case "wake":
        this.#wakeAt(effect.at);
        break;
      case "alarm":
        this.#meter.counters.rowsWritten += 1;
        this.ctx.storage.setAlarm(effect.at).catch(console.error);
        break;
      case "keep": {
        const socket = this.#sockets.get(effect.socket);
        const attachment: Attachment = { number: effect.socket, session: effect.session };
        socket?.serializeAttachment(attachment);
        break;
      }
    }
  }

  #wakeAt(at: number): void {
    const now = Date.now();
    const due = Math.max(now, at);
    this.#meter.timerSet(now, due);
    setTimeout(() => {
      this.#meter.timerRan(Date.now(), due);
      this.#receive({ kind: "woken", at });
    }, due - now);
  }

  #compact(journal: Journal, snapshot: Uint8Array): void {
    try {
      journal.compact(snapshot);
      this.#receive({ kind: "compacted" });
    } catch (error) {
      console.error(error); // The log stays as it was, and is tried again when it has grown.
    }
  }

  #isStored(journal: Journal, batch: Batch): boolean {
    try {
      const { updates, snapshot, version } = batch;
      if (snapshot === null) journal.append(updates, version, Date.now());
      else journal.compact(snapshot, { version, time: Date.now() });
      this.#meter.counters.commits += 1;
      return true;
    } catch (error) {
      console.error(error);
      return false;
    }
  }

  #send(number: number, data: Uint8Array | ArrayBuffer): void {
    const socket = this.#sockets.get(number);
    try {
      socket?.send(data);
    } catch (error) {
      // One that is closing takes nothing more; that it has left is told in an event of its own. Asking each socket
      // before each message takes as long as sending it.
      if (socket?.readyState === WebSocket.READY_STATE_OPEN) throw error;
    }
  }

  #close(number: number, code: number, reason: string): void {
    const socket = this.#sockets.get(number);
    if (socket === undefined) return;
    socket.close(code, reason);
    this.#left(socket);
  }
}

/** What tells one life of a document's storage from another: 16 random bytes in hex. */
function newEpoch(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
