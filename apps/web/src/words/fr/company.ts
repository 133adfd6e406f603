/** French, with « vous »: the people, and what is said of them. */

import type { Rest } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("fr");

const named = (name: string, others: number): string =>
  others === 0 ? name : `${name} et ${plural(others, { one: "# autre", other: "# autres" })}`;

export const company: Pick<Rest, "people" | "announcements"> = {
  people: {
    everybody: "Toutes les personnes ici",
    count: (count) => plural(count, { one: "# personne ici", other: "# personnes ici" }),
    find: "Chercher quelqu’un",
    nobodyFound: "Personne ici ne s’appelle ainsi.",
    goTo: (name) => `Aller à ${name}`,
    follow: "Suivre",
    followName: (name) => `Suivre ${name}`,
    following: (name) => `Vous suivez ${name}`,
    stop: "Arrêter",
    stopFollowing: "Ne plus suivre",
    nowhere: (name) => `${name} n’a pas de curseur dans le texte en ce moment.`,
    writing: (name, others) => `${named(name, others)} ${others === 0 ? "écrit" : "écrivent"}`,
    writingAbove: (name, others) => `${named(name, others)} ${others === 0 ? "écrit" : "écrivent"} plus haut : y aller`,
    writingBelow: (name, others) => `${named(name, others)} ${others === 0 ? "écrit" : "écrivent"} plus bas : y aller`,
    commands: {
      everybody: "Montrer toutes les personnes ici",
      follow: "Suivre quelqu’un…",
      goTo: "Aller à quelqu’un…",
      self: "Changer mon nom ou ma couleur",
    },
    self: {
      name: "Vous",
      about: "Comment les autres vous voient. Gardé dans ce navigateur.",
      shownAs: (name) => `Sur cette page, on vous voit comme ${name}.`,
      nameLabel: "Nom",
      colour: (hue) => `Couleur : ${hue}`,
      done: "Terminé",
      hues: {
        red: "Rouge",
        amber: "Ambre",
        olive: "Vert olive",
        green: "Vert",
        teal: "Bleu canard",
        blue: "Bleu",
        indigo: "Indigo",
        violet: "Violet",
        magenta: "Magenta",
        brown: "Brun",
      },
    },
  },
  announcements: {
    name: "Annonces",
    here: (name, others) => `${named(name, others)} ${others === 0 ? "est" : "sont"} ici`,
    joined: (name, others) => `${named(name, others)} ${others === 0 ? "arrive" : "arrivent"}`,
    left: (name, others) => `${named(name, others)} ${others === 0 ? "part" : "partent"}`,
    writingHere: (name, others) => `${named(name, others)} ${others === 0 ? "écrit" : "écrivent"} dans cette ligne`,
    writingNear: (name, others) =>
      `${named(name, others)} ${others === 0 ? "écrit" : "écrivent"} à côté de cette ligne`,
  },
};
