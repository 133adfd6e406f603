/**
 * y-partyserver as it is compared with, but counting what it costs: `GET /parties/rooms/<name>/counters`. A worker of
 * its own, so that where it is timed nothing counts.
 */

import { countedStorage, withMembers } from "../cost/counted-storage.ts";
import { countTimers, PartyMeter } from "../cost/party-meter.ts";
import { PartyDocument } from "./y-partyserver-worker.js";

export { default } from "./y-partyserver-worker.js";

countTimers(globalThis);

/** As its README sets it up: an open socket forbids hibernation, which is its default. */
export class CountedDocument extends PartyDocument {
  static socketsHold = true;
  #meter;
  #holding = new Set();

  constructor(state, environment) {
    super(state, environment);
    this.#meter = new PartyMeter(state.id.toString());
    this.ctx = withMembers(state, { storage: countedStorage(state.storage, this.#meter.counters) });
  }

  fetch(request) {
    if (new URL(request.url).pathname.endsWith("/counters")) {
      return Response.json({ ...this.#meter.read(), storedBytes: this.ctx.storage.sql.databaseSize });
    }
    this.#meter.counters.requests += 1;
    return this.#meter.handle(() => super.fetch(request));
  }

  onConnect(connection, context) {
    if (this.constructor.socketsHold) {
      this.#holding.add(connection);
      this.#meter.hold();
    }
    return super.onConnect(connection, context);
  }

  onMessage(connection, message) {
    this.#meter.counters.messages += 1;
    return this.#meter.handle(() => super.onMessage(connection, message));
  }

  onClose(connection, ...why) {
    if (this.#holding.delete(connection)) this.#meter.release();
    return this.#meter.handle(() => super.onClose(connection, ...why));
  }

  onSave() {
    this.#meter.counters.commits += 1;
    return super.onSave();
  }
}

/** With the setting that its framework has for being idle without cost. */
export class HibernatingDocument extends CountedDocument {
  static options = { hibernate: true };
  static socketsHold = false;
}

/** And saving as often as Samepage does, so that a crash takes no more. */
export class OftenSavingDocument extends HibernatingDocument {
  static callbackOptions = { debounceWait: 255, debounceMaxWait: 255 };
}
