/** What a document is, without its text. */

import type { Role, Rules } from "@samepage/access";
import type { Settings } from "@samepage/protocol";
import type { OpenDocument } from "./open-document.ts";

/** A document as whoever may read it is told. Times in milliseconds since 1970, `length` in UTF-16 code units. */
export interface Description extends Settings {
  readonly length: number;
  readonly version: number;
  readonly created: number;
  readonly updated: number;
  /** What the one who asked is here. */
  readonly role: Role;
  readonly rules: Rules;
}

/** For somebody of `role`. @throws when the document cannot be read whole */
export function describe({ journal, room }: OpenDocument, role: Role): Description {
  const { document, version } = room.read();
  return {
    ...journal.settings(),
    ...journal.times(),
    length: document.length,
    version,
    role,
    rules: journal.access.rules(),
  };
}
