/** The shell around one document's room: platform events in, effects out. What they mean is decided in `@samepage/room`. */

import { LiveDocument } from "@samepage/document";
import type { Journal } from "@samepage/journal";
import { closeCodes, type Limits } from "@samepage/protocol";
import {
  type Batch,
  createRoom,
  documentOf,
  type Effect,
  type Loaded,
  newSession,
  type PersonHere,
  peopleIn,
  type Room,
  type RoomEvent,
  receive,
  type Session,
  type Visitor,
} from "@samepage/room";
import type { CostMeter } from "./cost-meter.ts";
import type { Subject, Subjects } from "./metering/subjects.ts";

/** What stays with a socket through hibernation; none once it was closed. */
interface Attachment {
  readonly number: number;
  readonly session: Session;
  /** Whom a flood of it is charged to. */
  readonly subjects: Subjects;
}

export class RoomShell {
  readonly #state: DurableObjectState;
  readonly #journal: Journal;
  readonly #limits: Limits;
  readonly #costs: CostMeter;
  readonly #charge: (subjects: Subjects) => void;
  #room: Room;
  readonly #sockets = new Map<number, WebSocket>();
  /** The number of each socket, which its attachment holds too, but only as bytes. One that was closed keeps it. */
  readonly #numbers = new WeakMap<WebSocket, number>();
  readonly #subjects = new WeakMap<WebSocket, Subjects>();
  /** What has happened and was not taken by the room yet, or is being taken. */
  readonly #events: RoomEvent[] = [];
  #lastNumber = 0;
  #isOver = false;

  /** `charge` is called for whoever sent more than the room takes. */
  constructor(
    state: DurableObjectState,
    journal: Journal,
    limits: Limits,
    costs: CostMeter,
    charge: (subjects: Subjects) => void,
  ) {
    this.#state = state;
    this.#journal = journal;
    this.#limits = limits;
    this.#costs = costs;
    this.#charge = charge;
    this.#room = this.#begin();
  }

  get size(): number {
    return this.#sockets.size;
  }

  /** How many of the sockets are of the client address `address`. */
  socketsFrom(address: Subject): number {
    let count = 0;
    for (const socket of this.#sockets.values()) if (this.#subjects.get(socket)?.address === address) count += 1;
    return count;
  }

  /** The document with all that was accepted. @throws when it cannot be read whole */
  read(): Loaded {
    this.receive({ kind: "text-needed" });
    return documentOf(this.#room);
  }

  people(): readonly PersonHere[] {
    return peopleIn(this.#room);
  }

  join(socket: WebSocket, subjects: Subjects, visitor: Visitor): void {
    this.#lastNumber += 1;
    this.#state.acceptWebSocket(socket);
    this.#add(socket, this.#lastNumber, subjects);
    this.receive({ kind: "joined", socket: this.#lastNumber, session: newSession(visitor) });
  }

  message(socket: WebSocket, message: ArrayBuffer | string): void {
    const number = this.#numberOf(socket);
    if (number === null) return;
    if (typeof message === "string") this.#close(number, closeCodes.malformed, "text frames mean nothing here");
    else this.receive({ kind: "message", socket: number, bytes: new Uint8Array(message) });
  }

  left(socket: WebSocket): void {
    const number = this.#numberOf(socket);
    if (number === null) return;
    this.#sockets.delete(number);
    socket.serializeAttachment(null);
    this.receive({ kind: "left", socket: number });
  }

  /** What happens while effects are performed is taken when all of them are. */
  receive(event: RoomEvent): void {
    if (this.#isOver) return;
    this.#costs.handled(Date.now());
    this.#events.push(event);
    if (this.#events.length > 1) return;
    try {
      for (let next = this.#events[0]; next !== undefined; next = this.#events[0]) {
        for (const effect of receive(this.#room, next, Date.now())) this.#perform(effect);
        this.#events.shift();
      }
    } catch (error) {
      console.error(error);
      this.#events.length = 0;
      this.#beginAgain();
    }
  }

  /** Nothing happens here any more: what a timer brings later would be another's. */
  end(): void {
    this.#isOver = true;
  }

  #begin(): Room {
    const sessions: [number, Session][] = [];
    for (const socket of this.#state.getWebSockets()) {
      const attachment: Attachment | null = socket.deserializeAttachment();
      if (attachment === null || socket.readyState !== WebSocket.READY_STATE_OPEN) continue;
      const { number, session, subjects } = attachment;
      this.#add(socket, number, subjects);
      this.#lastNumber = Math.max(this.#lastNumber, number);
      sessions.push([number, session]);
    }
    const journal = this.#journal;
    const source = {
      load: () => {
        const { snapshot, updates, version } = journal.read();
        return { document: LiveDocument.load(snapshot, updates), version };
      },
      settings: () => journal.settings(),
      epoch: () => journal.epoch(),
      size: () => journal.size(),
      access: journal.access,
    };
    return createRoom(source, this.#limits, sessions);
  }

  #add(socket: WebSocket, number: number, subjects: Subjects): void {
    this.#sockets.set(number, socket);
    this.#subjects.set(socket, subjects);
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

  /**
   * What is stored could not be read. Nobody is shown less than the whole document: all are asked to come back. What
   * was not acknowledged is with its authors, who bring it again.
   */
  #beginAgain(): void {
    for (const socket of this.#sockets.values()) {
      socket.close(closeCodes.serverFault, "the document could not be read");
      socket.serializeAttachment(null);
    }
    this.#sockets.clear();
    this.#room = this.#begin();
  }

  #perform(effect: Effect): void {
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
      case "commit": {
        const { batch } = effect;
        this.receive({ kind: this.#isStored(batch) ? "committed" : "commit-failed", batch });
        break;
      }
      case "compact":
        this.#compact(effect.snapshot);
        break;
      case "wake":
        this.#wakeAt(effect.at);
        break;
      case "alarm":
        this.#costs.counters.rowsWritten += 1;
        this.#state.storage.setAlarm(effect.at).catch(console.error);
        break;
      case "keep": {
        this.#keep(effect.socket, effect.session);
        break;
      }
    }
  }

  #keep(number: number, session: Session): void {
    const socket = this.#sockets.get(number);
    const subjects = socket && this.#subjects.get(socket);
    if (socket === undefined || subjects === undefined) return;
    const attachment: Attachment = { number, session, subjects };
    socket.serializeAttachment(attachment);
  }

  #wakeAt(at: number): void {
    const now = Date.now();
    const due = Math.max(now, at);
    this.#costs.timerSet(now, due);
    setTimeout(() => {
      this.#costs.timerRan(Date.now(), due);
      this.receive({ kind: "woken", at });
    }, due - now);
  }

  #compact(snapshot: Uint8Array): void {
    try {
      this.#journal.compact(snapshot);
      this.receive({ kind: "compacted" });
    } catch (error) {
      console.error(error); // The log stays as it was, and is tried again when it has grown.
    }
  }

  #isStored({ updates, snapshot, version }: Batch): boolean {
    try {
      if (snapshot === null) this.#journal.append(updates, version, Date.now());
      else this.#journal.compact(snapshot, { version, time: Date.now() });
      this.#costs.counters.commits += 1;
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
    const subjects = this.#subjects.get(socket);
    if (code === closeCodes.tooFast && subjects !== undefined) this.#charge(subjects);
    socket.close(code, reason);
    this.left(socket);
  }
}
