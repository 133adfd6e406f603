/** German, with „du“: what is shown with the first text. */

import type { First } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("de");

export const first: First = {
  app: {
    home: "Startseite",
    opening: "Wird geöffnet …",
    partMissing: "Dieser Teil konnte nicht geladen werden. Versuch es noch einmal, wenn du online bist.",
    partGone:
      "Dieser Teil konnte nicht geladen werden: Der Server hat eine neuere Version. Dein Text bleibt, wie er ist.",
    partFailed: "Dieser Teil hat versagt und wurde geschlossen. Der Text ist, wie er war.",
    reload: "Seite neu laden",
    tryAgain: "Noch einmal versuchen",
    close: "Schließen",
    notifications: "Mitteilungen",
    sentences: (one, other) => `${one} ${other}`,
  },
  saveState: {
    name: "Speicherstand",
    saved: "Gespeichert",
    saving: "Wird gespeichert …",
    offline: "Offline, auf diesem Gerät aufbewahrt",
    "read-only": "Nur lesen",
    reconnecting: "Wird neu verbunden …",
    notSaved: (why) => `Nicht gespeichert: ${why}`,
    reasons: {
      refused: "der Server hat es nicht angenommen",
      "server-storage": "der Speicher des Servers versagt, neuer Versuch läuft",
      "device-storage": "keine Verbindung, und dieses Gerät bewahrt keine Kopie auf",
      "not-allowed": "du darfst hier nicht schreiben",
      locked: "das Dokument ist gesperrt",
    },
  },
  text: {
    name: "Text",
    tooLong: (most) =>
      `Ein Dokument fasst bis zu ${plural(most, { other: "#" })} Zeichen, deshalb wurde nichts eingefügt. Der Text ist, wie er war.`,
  },
  title: {
    name: "Titel",
    untitled: "Ohne Titel",
  },
  status: {
    markdown: "Markdown",
    plain: "Nur Text",
    position: (line, column) => `Z. ${line}, Sp. ${column}`,
    words: (count) => plural(count, { one: "# Wort", other: "# Wörter" }),
    notChanged:
      "Das ließ sich nicht ändern: Der Server ist nicht zu erreichen. Versuch es noch einmal, wenn du online bist.",
    language: "Sprache",
    wordsOf: (selected, all) =>
      `${plural(selected, { other: "#" })} von ${plural(all, { one: "# Wort", other: "# Wörtern" })}`,
    characters: (count) => plural(count, { one: "# Zeichen", other: "# Zeichen" }),
    selections: (count) => plural(count, { one: "# Auswahl", other: "# Auswahlen" }),
    spaces: (columns) => `Leerzeichen: ${columns}`,
    tabs: "Tabs",
    indentation: "Einzug",
    lineEnds: "Zeilenenden",
    crlf: "CRLF",
    preview: "Vorschau",
    latency: "Zeit zum Server und zurück",
  },
  people: {
    name: "Wer hier ist",
    guest: "Gast",
    chosen: (quality, animal) => `${quality} ${animal}`,
    qualities: [
      "Flinker",
      "Stiller",
      "Heller",
      "Ruhiger",
      "Mutiger",
      "Sanfter",
      "Kluger",
      "Froher",
      "Geduldiger",
      "Neugieriger",
    ],
    animals: [
      "Fuchs",
      "Reiher",
      "Otter",
      "Dachs",
      "Specht",
      "Luchs",
      "Hase",
      "Igel",
      "Seehund",
      "Marder",
      "Uhu",
      "Biber",
    ],
    you: (name) => `${name} (du)`,
    changeSelf: (name) => `${name} (du): Namen oder Farbe ändern`,
    follow: (name) => `${name}: zur Schreibmarke gehen und folgen`,
    more: (count) => `${plural(count, { one: "# weitere Person", other: "# weitere" })}: alle zeigen`,
  },
  more: {
    name: "Mehr",
    newDocument: "Neues Dokument",
    download: "Text herunterladen",
  },
  crash: {
    heading: "Diese Seite hat versagt.",
    said: "Hier ist der Text, wie diese Seite ihn hat. Du kannst ihn kopieren oder herunterladen; lade dann die Seite neu, um weiterzumachen.",
    copy: "Text kopieren",
    copied: "Kopiert.",
    notCopied: "Er ließ sich nicht kopieren: Er ist jetzt markiert, kopiere ihn von Hand.",
    noText: "Lade die Seite neu, um es noch einmal zu versuchen. Was „Gespeichert“ hieß, ist gesichert.",
    unharmed: "Etwas auf dieser Seite hat versagt. Der Text ist, wie er war.",
    kept: {
      saved: "Alles, was du geschrieben hast, ist auf dem Server gespeichert.",
      "read-only": "Du hast hier nichts geschrieben, was nicht gespeichert ist.",
      saving: "Deine letzten Worte sind auf dem Weg zum Server. Lass diese Seite offen, bis sie „Gespeichert“ sagt.",
      offline:
        "Der Server ist nicht zu erreichen. Was du geschrieben hast, ist auf diesem Gerät aufbewahrt und wird gesendet, sobald du zurück bist.",
      reconnecting: "Der Server wird gesucht. Kopiere den Text oder lade ihn herunter, bevor du diese Seite schließt.",
      "not-saved":
        "Nicht alles, was du geschrieben hast, ist gespeichert. Kopiere den Text oder lade ihn herunter, bevor du diese Seite schließt.",
    },
  },
  share: {
    name: "Teilen",
    heading: "Diese Seite teilen",
    address: "Adresse",
    copyLink: "Link kopieren",
    copied: "Kopiert. Schick ihn allen, die ihn haben sollen.",
    copying: "Kopieren",
    refused: "Der Browser erlaubt das Kopieren hier nicht. Die Adresse ist markiert: Kopiere sie von Hand.",
  },
  right: {
    name: "Was du darfst",
    turnedAway:
      "Der Server nimmt von dort, wo du bist, gerade keine weiteren Verbindungen an. Diese Seite versucht es von selbst wieder.",
    lockedByYou: "Du hast diese Seite gesperrt: Niemand kann darin schreiben. Der Schalter ist unter „Teilen“.",
    locked: "Die Seite ist von der Person, der sie gehört, gesperrt: Gerade kann niemand darin schreiben.",
    readOnly: "Du kannst diese Seite lesen, aber nicht darin schreiben.",
    unsent:
      "Was du zuletzt geschrieben hast, ist auf diesem Gerät und wird gesendet, sobald du wieder schreiben darfst.",
  },
  faults: {
    notCreated:
      "Der Server ist nicht zu erreichen. Es wurde nichts angelegt; versuch es noch einmal, wenn du online bist.",
    notRenamed:
      "Der Titel konnte nicht gespeichert werden: Der Server ist nicht zu erreichen. Deine Worte stehen noch im Feld.",
    notReached: "Der Server ist nicht zu erreichen. Versuch es noch einmal, wenn du online bist.",
    nothingChanged:
      "Der Server ist nicht zu erreichen, deshalb wurde nichts geändert. Versuch es noch einmal, wenn du online bist.",
    failed: (status) => `Der Server hat versagt (${status}). Versuch es noch einmal.`,
    notAllowed:
      "Der Server erlaubt das von hier nicht. Vielleicht darfst du inzwischen weniger als zuvor. Es wurde nichts getan.",
    gone: "Der Server hat an dieser Adresse nichts mehr. Es wurde nichts getan.",
    tooLarge: "Das ist mehr, als der Server annimmt. Es wurde nichts getan.",
    tooMuch: (wait) =>
      `Das wurde von dort, wo du bist, zu oft verlangt. Es wurde nichts getan. Versuch es ${wait} noch einmal.`,
    inAWhile: "in einer Weile",
    notPossible: "So, wie es gerade ist, geht das nicht. Es wurde nichts getan.",
  },
  language: {
    name: "Sprache",
    auto: "Wie im Browser",
  },
  home: {
    heading: "Schreibt auf derselben Seite.",
    lead: "Öffne ein Dokument, teile seine Adresse, schreibt zusammen. Kein Konto. Was „Gespeichert“ sagt, ist gesichert; was du offline schreibst, kommt später dazu.",
    openFile: "Datei öffnen …",
    aFile: "Eine Textdatei",
    orDrop: "oder leg eine Textdatei irgendwo auf dieser Seite ab",
    drop: "Leg die Datei ab, um sie als neues Dokument zu öffnen",
    recent: "Auf diesem Gerät geöffnet",
    find: "Suchen",
    findDocument: "Ein Dokument suchen",
    nothingYet: "Noch nichts. Was du öffnest, steht dann hier, nur in diesem Browser.",
    noneFound: "Keines davon.",
    forget: "Aus dieser Liste nehmen",
    forgetOne: (title) => `${title} aus dieser Liste nehmen`,
    pin: "Oben anheften",
    unpin: "Lösen",
    pinOne: (title) => `${title} oben anheften`,
    rename: "Umbenennen",
    renameOne: (title) => `${title} umbenennen`,
    titleOf: (title) => `Titel von ${title}`,
    renamedHere: "So heißt es nur in dieser Liste: Den Titel der Seite selbst darfst du nicht ändern.",
    forgotten: (title) => `„${title}“ ist nicht mehr in dieser Liste.`,
    undo: "Rückgängig",
  },
};
