/** German, with „du“: the people, and what is said of them. */

import type { Rest } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("de");

const named = (name: string, others: number): string =>
  others === 0 ? name : `${name} und ${plural(others, { one: "# weitere Person", other: "# weitere" })}`;

export const company: Pick<Rest, "people" | "announcements"> = {
  people: {
    everybody: "Alle, die hier sind",
    count: (count) => plural(count, { one: "# Person hier", other: "# Personen hier" }),
    find: "Jemanden suchen",
    nobodyFound: "Hier heißt niemand so.",
    goTo: (name) => `Zu ${name} gehen`,
    follow: "Folgen",
    followName: (name) => `${name} folgen`,
    following: (name) => `Du folgst ${name}`,
    stop: "Beenden",
    stopFollowing: "Nicht mehr folgen",
    nowhere: (name) => `${name} hat gerade keine Schreibmarke im Text.`,
    writing: (name, others) => `${named(name, others)} ${others === 0 ? "schreibt" : "schreiben"}`,
    writingAbove: (name, others) =>
      `${named(name, others)} ${others === 0 ? "schreibt" : "schreiben"} oberhalb: dorthin gehen`,
    writingBelow: (name, others) =>
      `${named(name, others)} ${others === 0 ? "schreibt" : "schreiben"} unterhalb: dorthin gehen`,
    commands: {
      everybody: "Alle zeigen, die hier sind",
      follow: "Jemandem folgen …",
      goTo: "Zu jemandem gehen …",
      self: "Meinen Namen oder meine Farbe ändern",
    },
    self: {
      name: "Du",
      about: "Wie die anderen dich sehen. In diesem Browser aufbewahrt.",
      shownAs: (name) => `Auf dieser Seite sehen sie dich als ${name}.`,
      nameLabel: "Name",
      colour: (hue) => `Farbe: ${hue}`,
      done: "Fertig",
      hues: {
        red: "Rot",
        amber: "Bernstein",
        olive: "Oliv",
        green: "Grün",
        teal: "Petrol",
        blue: "Blau",
        indigo: "Indigo",
        violet: "Violett",
        magenta: "Magenta",
        brown: "Braun",
      },
    },
  },
  announcements: {
    name: "Ansagen",
    here: (name, others) => `${named(name, others)} ${others === 0 ? "ist" : "sind"} hier`,
    joined: (name, others) => `${named(name, others)} ${others === 0 ? "ist" : "sind"} dazugekommen`,
    left: (name, others) => `${named(name, others)} ${others === 0 ? "ist" : "sind"} gegangen`,
    writingHere: (name, others) => `${named(name, others)} ${others === 0 ? "schreibt" : "schreiben"} in dieser Zeile`,
    writingNear: (name, others) =>
      `${named(name, others)} ${others === 0 ? "schreibt" : "schreiben"} neben dieser Zeile`,
  },
};
