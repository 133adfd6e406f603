/** Spanish, with «tú»: the people, and what is said of them. */

import type { Rest } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("es");

const named = (name: string, others: number): string =>
  others === 0 ? name : `${name} y ${plural(others, { one: "# persona más", other: "# personas más" })}`;

export const company: Pick<Rest, "people" | "announcements"> = {
  people: {
    everybody: "Todos los que están aquí",
    count: (count) => plural(count, { one: "# persona aquí", other: "# personas aquí" }),
    find: "Buscar a alguien",
    nobodyFound: "Aquí nadie se llama así.",
    goTo: (name) => `Ir a ${name}`,
    follow: "Seguir",
    followName: (name) => `Seguir a ${name}`,
    following: (name) => `Siguiendo a ${name}`,
    stop: "Parar",
    stopFollowing: "Dejar de seguir",
    nowhere: (name) => `${name} no tiene el cursor en el texto ahora mismo.`,
    writing: (name, others) => `${named(name, others)} ${others === 0 ? "escribe" : "escriben"}`,
    writingAbove: (name, others) =>
      `${named(name, others)} ${others === 0 ? "escribe" : "escriben"} más arriba: ir allí`,
    writingBelow: (name, others) =>
      `${named(name, others)} ${others === 0 ? "escribe" : "escriben"} más abajo: ir allí`,
    commands: {
      everybody: "Mostrar a todos los que están aquí",
      follow: "Seguir a alguien…",
      goTo: "Ir a alguien…",
      self: "Cambiar mi nombre o mi color",
    },
    self: {
      name: "Tú",
      about: "Cómo te ven los demás. Se guarda en este navegador.",
      shownAs: (name) => `En esta página te ven como ${name}.`,
      nameLabel: "Nombre",
      colour: (hue) => `Color: ${hue}`,
      done: "Listo",
      hues: {
        red: "Rojo",
        amber: "Ámbar",
        olive: "Oliva",
        green: "Verde",
        teal: "Verde azulado",
        blue: "Azul",
        indigo: "Índigo",
        violet: "Violeta",
        magenta: "Magenta",
        brown: "Marrón",
      },
    },
  },
  announcements: {
    name: "Anuncios",
    here: (name, others) => `${named(name, others)} ${others === 0 ? "está" : "están"} aquí`,
    joined: (name, others) => `${named(name, others)} ${others === 0 ? "ha llegado" : "han llegado"}`,
    left: (name, others) => `${named(name, others)} ${others === 0 ? "se ha ido" : "se han ido"}`,
    writingHere: (name, others) => `${named(name, others)} ${others === 0 ? "escribe" : "escriben"} en esta línea`,
    writingNear: (name, others) => `${named(name, others)} ${others === 0 ? "escribe" : "escriben"} junto a esta línea`,
  },
};
