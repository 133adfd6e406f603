/** One WebSocket that comes back by itself: connects, backs off, notices a dead line. Knows no frame. */

import { closeCodes, heartbeat, isFinal } from "@samepage/protocol";
import { backoffMs, turnedAwayMs } from "./backoff.ts";
import type { Ending } from "./connection.ts";
import { type HeadStart, hear, type SocketNews } from "./head-start.ts";

/** How often the line is tried out; also how long an answer may take before the line counts as dead. */
const heartbeatMs = 10_000;

/** The line is tried out first when what follows an opening is over: loading a page makes it look slow. */
const firstHeartbeatMs = 2_000;

/** How long a connection may take to be made. */
const connectWithinMs = 10_000;

/** A connection that lasts so long works: one that is lost earlier must not be tried again at once, time after time. */
const worksAfterMs = 5_000;

/** What a link tells its owner. */
export interface LinkListener {
  /** `hasAsked`: the server was asked for the whole text already. */
  opened(hasAsked: boolean): void;
  received(bytes: Uint8Array): void;
  /**
   * The connection is gone, or could not be made, for the `failures`th time in a row; another try follows. `turnedAway`:
   * what the server said instead of letting anybody in, null when it is no such matter.
   */
  lost(failures: number, turnedAway: Ending | null): void;
  /** The connection ended for good. */
  ended(ending: Ending): void;
  measured(roundTripMs: number): void;
}

export class Link {
  readonly #connect: () => WebSocket;
  readonly #listener: LinkListener;
  /** The connection that was made before this link; the first one. */
  #headStart: HeadStart | null;
  #socket: WebSocket | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #heartbeat: ReturnType<typeof setTimeout> | undefined;
  /** Before that no try is made, whatever the device says. */
  #notBefore = Number.NEGATIVE_INFINITY;
  /** Whether the server has said anything on this connection. */
  #hasHeard = false;
  #openedAt: number | null = null;
  #pingedAt: number | null = null;
  #hasBegun = false;
  #isOver = false;

  constructor(connectNow: () => WebSocket, headStart: HeadStart | null, listener: LinkListener) {
    this.#connect = connectNow;
    this.#headStart = headStart;
    this.#listener = listener;
  }

  /** Connects now: for the first time, or instead of waiting longer. Does nothing while connected or connecting. */
  connect(): void {
    if (this.#isOver || this.#socket !== null || performance.now() < this.#notBefore) return;
    this.#hasBegun = true;
    clearTimeout(this.#retry);
    const headStart = this.#headStart;
    this.#headStart = null;
    const socket = headStart?.socket ?? this.#connect();
    this.#socket = socket;
    this.#deadline = setTimeout(() => this.#giveUp(socket, "no connection"), connectWithinMs);
    const take = (news: SocketNews): void => {
      if (this.#socket !== socket) return;
      if (news.kind === "open") this.#opened(headStart?.hasAsked ?? false);
      else if (news.kind === "message") this.#received(news.data);
      else this.#closed(socket, { code: news.code, reason: news.reason });
    };
    if (headStart === null) hear(socket, take);
    else headStart.follow(take);
  }

  /** Sends one frame; a link that is not open drops it, because the next connection begins with what is missing. */
  send(bytes: Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(bytes.slice().buffer);
  }

  /** Finds out soon whether the line still works, if one was asked for, as when the device says that it went offline or woke up. */
  probe(): void {
    // Before that the device's copy is not open yet, of which the server must not be told too early.
    if (!this.#hasBegun) return;
    if (this.#socket === null) this.connect();
    else if (this.#socket.readyState === WebSocket.OPEN) this.#beat();
  }

  /** Ends the connection for good from this side, as if the server had closed it with `ending`. */
  end(ending: Ending): void {
    const socket = this.#socket;
    if (socket === null) return;
    socket.close(ending.code, ending.reason);
    this.#closed(socket, ending);
  }

  /** Closes for good; the listener hears nothing more. */
  close(): void {
    this.#isOver = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#deadline);
    clearTimeout(this.#heartbeat);
    (this.#socket ?? this.#headStart?.socket)?.close(1000);
    this.#socket = null;
    this.#headStart = null;
  }

  #opened(hasAsked: boolean): void {
    this.#openedAt = performance.now();
    this.#pingedAt = null;
    clearTimeout(this.#deadline);
    this.#beatIn(firstHeartbeatMs);
    this.#listener.opened(hasAsked);
  }

  #beatIn(ms: number): void {
    this.#heartbeat = setTimeout(() => {
      this.#beatIn(heartbeatMs);
      this.#beat();
    }, ms);
  }

  #beat(): void {
    const socket = this.#socket;
    if (socket === null) return;
    if (this.#pingedAt !== null && performance.now() - this.#pingedAt >= heartbeatMs - 1_000) {
      this.#giveUp(socket, "no answer");
      return;
    }
    if (this.#pingedAt !== null || socket.readyState !== WebSocket.OPEN) return;
    this.#pingedAt = performance.now();
    socket.send(heartbeat.ping);
  }

  #received(data: unknown): void {
    if (data === heartbeat.pong && this.#pingedAt !== null) {
      this.#listener.measured(performance.now() - this.#pingedAt);
      this.#pingedAt = null;
    }
    if (!(data instanceof ArrayBuffer)) return;
    this.#hasHeard = true;
    this.#listener.received(new Uint8Array(data));
  }

  #giveUp(socket: WebSocket, reason: string): void {
    socket.close();
    this.#closed(socket, { code: 1006, reason });
  }

  #closed(socket: WebSocket, ending: Ending): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    clearTimeout(this.#deadline);
    clearTimeout(this.#heartbeat);
    const isTurnedAway = ending.code === closeCodes.tooFast && !this.#hasHeard;
    if (isFinal(ending.code) && !isTurnedAway) {
      this.#isOver = true;
      this.#listener.ended(ending);
      return;
    }
    const hasWorked = this.#openedAt !== null && performance.now() - this.#openedAt >= worksAfterMs;
    this.#failures = hasWorked ? 1 : this.#failures + 1;
    this.#openedAt = null;
    this.#hasHeard = false;
    const waitMs = this.#waitMs(ending, isTurnedAway);
    if (isTurnedAway) this.#notBefore = performance.now() + waitMs;
    this.#retry = setTimeout(() => {
      this.#notBefore = Number.NEGATIVE_INFINITY; // A timer may be a little early.
      this.connect();
    }, waitMs);
    this.#listener.lost(this.#failures, isTurnedAway ? ending : null);
  }

  #waitMs({ code }: Ending, isTurnedAway: boolean): number {
    if (isTurnedAway) return turnedAwayMs(this.#failures, Math.random());
    // Nothing is wrong but what one may do: that is asked at once, if it was not asked just now.
    if (code === closeCodes.mayNotWriteAnyMore && this.#failures === 1) return 0;
    return backoffMs(this.#failures, Math.random());
  }
}
