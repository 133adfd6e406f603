/**
 * The Durable Object of one document: who asks is recognized, whether they may is looked up, and only then something is
 * done. What happens among those who are connected is the room's.
 */

import { DurableObject } from "cloudflare:workers";
import { type Link, linksToForget, type RouteName } from "@samepage/access";
import { type Creation, type Fresh, Journal, type NewLink, type RemovedPerson } from "@samepage/journal";
import { closeCodes, denials, heartbeat, type Limits } from "@samepage/protocol";
import type { PersonHere } from "@samepage/room";
import type { Answer } from "./answer.ts";
import { type Beginning, beginningOf } from "./beginning.ts";
import { type Change, makeChange, routeOfChange } from "./change.ts";
import { CostMeter } from "./cost-meter.ts";
import type { Counters } from "./counters.ts";
import { type Description, describe } from "./description.ts";
import { durableSql } from "./durable-sql.ts";
import { fromHex, hex } from "./encoding.ts";
import { type Environment, limitsOf } from "./environment.ts";
import { clientOf } from "./internal-request.ts";
import { chargeFlood } from "./metering/count-use.ts";
import type { Subjects } from "./metering/subjects.ts";
import { type Admitted, type Asker, admitted, type OpenDocument } from "./open-document.ts";
import type { Proof } from "./proof.ts";
import { type Recognized, recognize } from "./recognition.ts";
import { RoomShell } from "./room-shell.ts";
import { type Unlocking, unlock } from "./unlocking.ts";
import { closedSocket, upgraded } from "./upgrade.ts";
import { offersSubprotocol } from "./upgrade-request.ts";

/** How long a deleted document can be restored. */
const restorableMs = 30 * 24 * 60 * 60 * 1_000;

/** Sockets of the owner for which there is room where there is none for others: who fills a document locks nobody out of it. */
const ownersPlaces = 10;

export class DocumentObject extends DurableObject<Environment> {
  /** Null while no document was created at this id. */
  #open: OpenDocument | null = null;
  readonly #limits: Limits;
  readonly #costs: CostMeter;

  constructor(state: DurableObjectState, environment: Environment) {
    super(state, environment);
    this.#limits = limitsOf(environment);
    this.#costs = new CostMeter(state.id.toString());
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair(heartbeat.ping, heartbeat.pong));
    const journal = Journal.open(durableSql(state.storage, this.#costs.counters), fresh);
    if (journal !== null) this.#begin(journal);
  }

  /** Whether the document is there now, and the owner's: of another owner's, nothing is changed. */
  create(creation: Omit<Creation, "time" | "epoch" | "secret">): "created" | "was created" | "another's" {
    this.#costs.requested(Date.now());
    if (this.#open !== null) {
      const isOwners = this.#open.journal.access.linkOf(creation.ownerKeyHash)?.role === "owner";
      return isOwners ? "was created" : "another's";
    }
    const begin = { time: Date.now(), epoch: fresh.epoch(), secret: fresh.secret() };
    this.#begin(Journal.create(durableSql(this.ctx.storage, this.#costs.counters), { ...creation, ...begin }));
    return "created";
  }

  /** What the page at this address is to be: whether there is a document, and whether others may show it in a frame. */
  page(): { readonly isThere: boolean; readonly isEmbeddable: boolean } {
    this.#costs.requested(Date.now());
    const rules = this.#open?.journal.access.rules();
    const isThere = rules !== undefined && rules.deleted === null && !isPast(rules.expires);
    return { isThere, isEmbeddable: isThere && rules.isEmbeddable };
  }

  describe(proof: Proof): Promise<Answer<Description>> {
    return this.#as(proof, "GET /api/documents/:id", (open, { role }) => describe(open, role));
  }

  text(proof: Proof): Promise<Answer<string>> {
    return this.#as(proof, "GET /api/documents/:id/text", ({ room }) => room.read().document.text);
  }

  /** What of it a page shows before its scripts run. */
  beginning(proof: Proof): Promise<Answer<Beginning>> {
    return this.#as(proof, "GET /api/documents/:id/text", ({ journal, room }) =>
      beginningOf(journal.settings().title, room.read().document.text),
    );
  }

  /** What the document has cost, but for being asked: what woke it for nothing else is not counted. */
  async counters(proof: Proof): Promise<Answer<Counters & { readonly storedBytes: number }>> {
    const counted = this.#costs.read();
    const { open, denial } = this.#admit(await this.#recognize(proof), "GET /api/documents/:id/counters");
    this.#costs.counters.rowsRead = counted.rowsRead;
    if (open === null) return { ok: false, reason: denial };
    return { ok: true, value: { ...counted, storedBytes: this.ctx.storage.sql.databaseSize } };
  }

  /** Changes title, language or line ends, or what the owner alone may change, or both: all of it or nothing. */
  async change(proof: Proof, change: Change): Promise<Answer<Description>> {
    const route = routeOfChange(change);
    const answer = await this.#as(proof, route, (open, { role }) => makeChange(open, role, change));
    if (!answer.ok) return answer;
    return answer.value === null ? { ok: false, reason: "not allowed" } : { ok: true, value: answer.value };
  }

  links(proof: Proof): Promise<Answer<readonly Link[]>> {
    return this.#as(proof, "GET /api/documents/:id/links", ({ journal }) => journal.access.links());
  }

  /** `link.hash` in hex. Where there are as many links as there may be, the one that ended first is forgotten. */
  async addLink(
    proof: Proof,
    link: Omit<NewLink, "hash" | "created"> & { readonly hash: string },
  ): Promise<Answer<Link, "too many links">> {
    const answer = await this.#as(proof, "POST /api/documents/:id/links", ({ journal: { access } }) => {
      const forgotten = linksToForget(access.links(), this.#limits.linksPerDocument, Date.now());
      if (forgotten === null) return null;
      for (const id of forgotten) access.forgetLink(id);
      return access.addLink({ ...link, hash: fromHex(link.hash), created: Date.now() });
    });
    if (!answer.ok) return answer;
    return answer.value === null ? { ok: false, reason: "too many links" } : { ok: true, value: answer.value };
  }

  /** False where no such link opens anything. */
  revokeLink(proof: Proof, id: string): Promise<Answer<boolean>> {
    return this.#as(proof, "DELETE /api/documents/:id/links/:linkId", ({ journal, room }) => {
      const isRevoked = journal.access.revokeLink(id, Date.now());
      if (isRevoked) room.receive({ kind: "rules-changed" });
      return isRevoked;
    });
  }

  /** The pass of a link with a password, for whoever knows that. */
  async unlock(proof: Proof, password: string): Promise<Unlocking> {
    this.#costs.requested(Date.now());
    const recognized = await this.#recognize(proof);
    if (recognized === null || this.#open === null) return { ok: false, reason: "no such document" };
    return unlock(this.#open.journal.access, recognized, password);
  }

  people(proof: Proof): Promise<Answer<{ here: readonly PersonHere[]; removed: readonly RemovedPerson[] }>> {
    return this.#as(proof, "GET /api/documents/:id/people", ({ journal, room }) => ({
      here: room.people(),
      removed: journal.access.removedPeople(),
    }));
  }

  /** False where `person` is the owner, whom nobody removes. */
  removePerson(proof: Proof, person: string): Promise<Answer<boolean>> {
    return this.#as(proof, "DELETE /api/documents/:id/people/:personId", ({ journal, room }) => {
      const here = room.people().find(({ id }) => id === person);
      if (here?.role === "owner") return false;
      journal.access.removePerson({ person, name: here?.name ?? "Guest", time: Date.now() });
      room.receive({ kind: "rules-changed" });
      return true;
    });
  }

  /** False where nobody of this id was removed. */
  letBack(proof: Proof, person: string): Promise<Answer<boolean>> {
    return this.#as(proof, "PUT /api/documents/:id/people/:personId", ({ journal }) => journal.access.letBack(person));
  }

  /** Deletes the document, so that nobody finds it any more; until `erased` its owner can restore it. */
  delete(proof: Proof): Promise<Answer<{ readonly deleted: number; readonly erased: number }>> {
    return this.#as(proof, "DELETE /api/documents/:id", (open) => {
      const deleted = Date.now();
      this.#delete(open, deleted);
      return { deleted, erased: deleted + restorableMs };
    });
  }

  /** When a deleted document is erased, in milliseconds since 1970; null when it is not deleted. */
  erasedAt(): number | null {
    this.#costs.requested(Date.now());
    const { deleted = null } = this.#open?.journal.access.rules() ?? {};
    return deleted === null ? null : deleted + restorableMs;
  }

  /** Restores what was deleted; when it is not, nothing changes. */
  async restore(proof: Proof): Promise<Answer<Description>> {
    this.#costs.requested(Date.now());
    const { open, denial } = this.#admit(await this.#recognize(proof), "POST /api/documents/:id/restore");
    if (open === null && denial !== "deleted") return { ok: false, reason: denial };
    const { journal, room } = this.#open ?? {};
    if (journal === undefined || room === undefined) return { ok: false, reason: "no such document" };
    if (open === null) {
      if (isPast(this.erasedAt())) return { ok: false, reason: "no such document" };
      journal.access.changeRules({ deleted: null, expires: null });
      await this.ctx.storage.deleteAlarm();
      room.receive({ kind: "rules-changed" });
    }
    return { ok: true, value: describe({ journal, room }, "owner") };
  }

  override async fetch(request: Request): Promise<Response> {
    this.#costs.requested(Date.now());
    const { proof, subjects } = clientOf(request);
    const { open, asker, denial } = this.#admit(await this.#recognize(proof), "GET /sync/:id");
    if (open === null) return closedSocket(request, denials[denial].code, denial);
    if (!this.#hasPlaceFor(open.room, asker, subjects)) {
      return closedSocket(request, closeCodes.busy, "too many people in this document");
    }
    const { 0: client, 1: server } = new WebSocketPair();
    const { role, link, person } = asker;
    open.room.join(server, subjects, { role, link, person, isExtended: offersSubprotocol(request) });
    return upgraded(request, client);
  }

  override webSocketMessage(socket: WebSocket, message: ArrayBuffer | string): void {
    this.#costs.counters.messages += 1;
    this.#open?.room.message(socket, message);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#open?.room.left(socket);
    socket.close(1000);
  }

  override webSocketError(socket: WebSocket): void {
    this.#open?.room.left(socket);
  }

  override async alarm(): Promise<void> {
    this.#costs.requested(Date.now());
    if (this.#open === null) return;
    const { deleted, expires } = this.#open.journal.access.rules();
    if (deleted === null && isPast(expires)) this.#delete(this.#open, expires ?? Date.now());
    else if (deleted === null) this.#open.room.receive({ kind: "alarmed" });
    else if (isPast(deleted + restorableMs)) await this.#erase(this.#open);
    else await this.ctx.storage.setAlarm(deleted + restorableMs);
  }

  #begin(journal: Journal): void {
    this.#open = { journal, room: new RoomShell(this.ctx, journal, this.#limits, this.#costs, this.#charge) };
  }

  /** A flood costs its client some of the connections that it may make: else it would come back at once. */
  readonly #charge = (subjects: Subjects): void => {
    this.ctx.waitUntil(chargeFlood(this.env, subjects).catch(console.error));
  };

  /** One address has half of the places at most: it keeps nobody else out. */
  #hasPlaceFor(room: RoomShell, { role }: Asker, { address }: Subjects): boolean {
    const { socketsPerDocument } = this.#limits;
    if (role === "owner") return room.size < socketsPerDocument + ownersPlaces;
    if (room.size >= socketsPerDocument) return false;
    return address === null || room.socketsFrom(address) < Math.ceil(socketsPerDocument / 2);
  }

  /** Does `work` for somebody who may use `route`. */
  async #as<Value>(
    proof: Proof,
    route: RouteName,
    work: (open: OpenDocument, asker: Asker) => Value,
  ): Promise<Answer<Value>> {
    this.#costs.requested(Date.now());
    const { open, asker, denial } = this.#admit(await this.#recognize(proof), route);
    return open === null ? { ok: false, reason: denial } : { ok: true, value: work(open, asker) };
  }

  #admit(recognized: Recognized | null, route: RouteName): Admitted {
    return admitted(this.#open, recognized, route);
  }

  /** Who asks; null where no document is. Hashing takes turns: what is there is looked up after them. */
  async #recognize(proof: Proof): Promise<Recognized | null> {
    return this.#open === null ? null : recognize(this.#open.journal.access, proof);
  }

  /** What was accepted is stored first, so that it is there when the document is restored. */
  #delete({ journal, room }: OpenDocument, deleted: number): void {
    room.receive({ kind: "ending" });
    journal.access.changeRules({ deleted, expires: null });
    room.receive({ kind: "rules-changed" });
    this.ctx.storage.setAlarm(deleted + restorableMs).catch(console.error);
  }

  async #erase({ room }: OpenDocument): Promise<void> {
    room.end();
    this.#open = null;
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }
}

const fresh: Fresh = {
  epoch: () => hex(crypto.getRandomValues(new Uint8Array(16))),
  secret: () => crypto.getRandomValues(new Uint8Array(32)),
};

function isPast(time: number | null): boolean {
  return time !== null && time <= Date.now();
}
