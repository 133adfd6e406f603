/** What the server announces of a document: its life, its settings, the limits, one's name. Knows neither text nor link. */

import { signal } from "@preact/signals-core";
import {
  type Announcement,
  defaultLimits,
  type GivenName,
  type Limits,
  type Settings,
  type Standing,
} from "@samepage/protocol";
import { standingOf } from "./standing.ts";

/** What is done about it elsewhere. */
interface AnnouncedPlace {
  /** Whether there is text here of the life that was known before. */
  hasText(): boolean;
  /** The server's text is of another life than the one here, which must not be brought into it. */
  meetOtherLife(): void;
  keepEpoch(epoch: string): void;
  meetRole(standing: Standing | null): void;
  meetStorage(isFailing: boolean): void;
}

export class Announced {
  /** Null until they are known. */
  readonly settings = signal<Settings | null>(null);
  readonly limits = signal<Limits>(defaultLimits);
  readonly givenName = signal<GivenName | null>(null);
  readonly #place: AnnouncedPlace;
  #epoch: string | null = null;

  constructor(place: AnnouncedPlace) {
    this.#place = place;
  }

  /** Which life of the document the text here is of; null while nobody said. */
  get epoch(): string | null {
    return this.#epoch;
  }

  /** The copy that this device has kept is of the life `epoch`. */
  findEpoch(epoch: string | null): void {
    this.#epoch = epoch;
  }

  /** Goes on only if the text here is of the same life. */
  meetEpoch(announced: string): void {
    if (this.#epoch === announced) return;
    if (this.#epoch !== null && this.#place.hasText()) {
      this.#place.meetOtherLife();
      return;
    }
    this.#epoch = announced;
    this.#place.keepEpoch(announced);
  }

  /** Null: one that this version does not know. */
  receive(announcement: Announcement | null): void {
    switch (announcement?.kind) {
      case "epoch":
        this.meetEpoch(announcement.epoch);
        break;
      case "limits":
        this.limits.value = announcement.limits;
        break;
      case "role":
        this.#place.meetRole(standingOf(announcement));
        break;
      case "name":
        this.givenName.value = { wanted: announcement.wanted, name: announcement.name };
        break;
      case "settings": {
        const { title, language, lineEnds } = announcement;
        this.settings.value = { title, language, lineEnds };
        break;
      }
      case "storage":
        this.#place.meetStorage(announcement.isFailing);
        break;
    }
  }
}
