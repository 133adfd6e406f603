/** Spanish, with «tú»: what is shown with the first text. */

import type { Draft, First } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("es");

export const first: Draft<First> = {
  app: {
    home: "Inicio",
    opening: "Abriendo…",
    partMissing: "No se pudo cargar esta parte. Inténtalo de nuevo cuando tengas conexión.",
    tryAgain: "Intentar de nuevo",
    close: "Cerrar",
    notifications: "Avisos",
    sentences: (one, other) => `${one} ${other}`,
  },
  saveState: {
    name: "Estado del guardado",
    saved: "Guardado",
    saving: "Guardando…",
    offline: "Sin conexión, guardado en este dispositivo",
    "read-only": "Solo lectura",
    reconnecting: "Reconectando…",
    notSaved: (why) => `Sin guardar: ${why}`,
    reasons: {
      refused: "el servidor no lo aceptó",
      "server-storage": "falla el almacenamiento del servidor, se vuelve a intentar",
      "device-storage": "no hay conexión y este dispositivo no guarda copia",
      "not-allowed": "no puedes escribir aquí",
      locked: "el documento está bloqueado",
    },
  },
  text: {
    name: "Texto",
    tooLong: (most) =>
      `Un documento admite hasta ${plural(most, { other: "#" })} caracteres, así que no se insertó nada. El texto sigue como estaba.`,
  },
  title: {
    name: "Título",
    untitled: "Sin título",
  },
  status: {
    markdown: "Markdown",
    plain: "Texto sin formato",
    position: (line, column) => `Lín. ${line}, col. ${column}`,
    words: (count) => plural(count, { one: "# palabra", other: "# palabras" }),
    latency: "Tiempo de ida y vuelta al servidor",
  },
  people: {
    name: "Personas aquí",
    guest: "Visita",
    chosen: (quality, animal) => `${animal} ${quality}`,
    qualities: [
      "Veloz",
      "Silencioso",
      "Brillante",
      "Sereno",
      "Valiente",
      "Amable",
      "Listo",
      "Alegre",
      "Paciente",
      "Curioso",
    ],
    animals: [
      "Zorro",
      "Tejón",
      "Lince",
      "Búho",
      "Erizo",
      "Castor",
      "Delfín",
      "Halcón",
      "Ciervo",
      "Petirrojo",
      "Colibrí",
      "Mirlo",
    ],
  },
  more: {
    name: "Más",
    newDocument: "Documento nuevo",
    download: "Descargar el texto",
  },
  share: {
    name: "Compartir",
    heading: "Compartir esta página",
    address: "Dirección",
    copyLink: "Copiar enlace",
    copied: "Copiado. Envíalo a quien deba tenerlo.",
    copying: "Copia",
    refused: "El navegador no permite copiar aquí. La dirección está seleccionada: cópiala a mano.",
  },
  right: {
    name: "Lo que puedes hacer",
    turnedAway:
      "Por ahora el servidor no acepta más conexiones desde donde estás. Esta página lo vuelve a intentar por sí sola.",
    lockedByYou: "Has bloqueado esta página: nadie puede escribir en ella. El interruptor está en «Compartir».",
    locked: "Quien es dueño de esta página la ha bloqueado: ahora nadie puede escribir en ella.",
    readOnly: "Puedes leer esta página, pero no escribir en ella.",
    unsent: "Lo último que escribiste está en este dispositivo y se enviará cuando puedas volver a escribir.",
  },
  faults: {
    notCreated: "No se puede contactar con el servidor. No se creó nada; inténtalo de nuevo cuando tengas conexión.",
    notRenamed:
      "No se pudo guardar el título: no se puede contactar con el servidor. Lo que escribiste sigue en la casilla.",
    notReached: "No se puede contactar con el servidor. Inténtalo de nuevo cuando tengas conexión.",
    nothingChanged:
      "No se puede contactar con el servidor, así que no cambió nada. Inténtalo de nuevo cuando tengas conexión.",
    failed: (status) => `El servidor falló (${status}). Inténtalo de nuevo.`,
    notAllowed: "El servidor no permite esto desde aquí. Puede que haya cambiado lo que puedes hacer. No se hizo nada.",
    gone: "El servidor ya no tiene nada en esta dirección. No se hizo nada.",
    tooLarge: "Es más de lo que acepta el servidor. No se hizo nada.",
    tooMuch: (wait) => `Se pidió demasiadas veces desde donde estás. No se hizo nada. Inténtalo de nuevo ${wait}.`,
    inAWhile: "dentro de un rato",
    notPossible: "Tal como están las cosas, no se puede hacer. No se hizo nada.",
  },
  language: {
    name: "Idioma",
    auto: "El del navegador",
  },
  home: {
    heading: "Escribid en la misma página.",
    lead: "Abre un documento, comparte su dirección y escribid a la vez. Sin cuenta. Lo que dice «Guardado» está guardado; lo que escribes sin conexión se une después.",
    openFile: "Abrir un archivo…",
    aFile: "Un archivo de texto",
    orDrop: "o suelta un archivo de texto en cualquier lugar",
    drop: "Suelta el archivo para abrirlo como documento nuevo",
    recent: "Abiertos en este dispositivo",
    find: "Buscar",
    findDocument: "Buscar un documento",
    nothingYet: "Todavía nada. Lo que abras aparecerá aquí, solo en este navegador.",
    noneFound: "Ninguno.",
    forget: "Quitar de esta lista",
    forgetOne: (title) => `Quitar ${title} de esta lista`,
  },
};
