/** Notes in this device's copy how much of it the server is known to have. Asks nobody. */

import * as Y from "yjs";
import type { DeviceStore } from "./device-store.ts";

/** How often at most, in milliseconds. */
const noteAfterMs = 2_000;

export interface NotePlace {
  readonly doc: Y.Doc;
  /** Null while there is none, or none was asked for. */
  device(): DeviceStore | null;
  /** Whether the server is known to have all of it now. */
  isAllStored(): boolean;
}

export class StoredNote {
  readonly #place: NotePlace;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: NotePlace) {
    this.#place = place;
  }

  /** Does so, if the server is known to have all. */
  make(): void {
    const { doc, device, isAllStored } = this.#place;
    if (isAllStored()) device()?.note({ stored: Y.encodeStateVector(doc) });
  }

  /** Does so now, and again a little later for what comes meanwhile: when a page is closed, it may be too late. */
  makeSoon(): void {
    if (this.#timer !== undefined || !this.#place.isAllStored()) return;
    this.make();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.make();
    }, noteAfterMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
