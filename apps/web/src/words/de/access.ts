/** German, with „du“: who may come to a page, and what stands where it is not open. */

import type { Rest } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("de");

export const access: Pick<Rest, "sharing" | "ending" | "doors"> = {
  sharing: {
    status: "Teilen",
    qrCode: "QR-Code",
    qrCodeOfAddress: "QR-Code der Adresse",
    about: (word, about) => `${word}: ${about}`,
    keep: "Behalten",
    cancel: "Abbrechen",
    copy: "Kopieren",
    copied: "Kopiert. Schick ihn allen, die ihn haben sollen.",
    access: "Wer die Adresse hat, kann",
    choices: { edit: "Schreiben", comment: "Kommentieren", view: "Lesen", none: "Nichts" },
    accessMeans: {
      edit: "Wer die Adresse hat, kann auf dieser Seite schreiben.",
      comment: "Wer die Adresse hat, kann diese Seite lesen. Kommentare kommen noch; bis dahin ist das alles.",
      view: "Wer die Adresse hat, kann diese Seite lesen, aber nicht darin schreiben.",
      none: "Die Adresse allein öffnet nichts. Dazu braucht es einen deiner Links.",
    },
    addressGives: {
      edit: "Wer diese Adresse hat, kann schreiben. Dafür braucht es kein Konto.",
      comment: "Wer diese Adresse hat, kann lesen und kommentieren. Dafür braucht es kein Konto.",
      view: "Wer diese Adresse hat, kann nur lesen. Dafür braucht es kein Konto.",
      none: "Diese Adresse allein öffnet nichts: Bitte die Person, der die Seite gehört, um einen Link zum Weitergeben.",
    },
    linkGives: {
      edit: "Wer diesen Link hat, kann schreiben, wie du.",
      comment: "Wer diesen Link hat, kann lesen und kommentieren, wie du.",
      view: "Wer diesen Link hat, kann nur lesen, wie du.",
      none: "Dieser Link öffnet nichts mehr.",
    },
    needsPassword: "Dazu gehört auch das Passwort.",
    can: {
      owner: "kann alles: die Seite gehört dieser Person",
      edit: "kann schreiben",
      comment: "kann lesen und kommentieren",
      view: "kann nur lesen",
    },
    links: "Links",
    linksLead:
      "Jeder gibt allen, die ihn haben, was du festlegst, so lange, wie du es festlegst, bis du ihn widerrufst.",
    linksIdle:
      "Die Adresse ohne Schlüssel gibt mehr als manche dieser Links: Wer einen davon hat, kann den Schlüssel weglassen. Um sie zu beschränken, lass die Adresse weniger geben.",
    noLabel: "Link ohne Bezeichnung",
    until: (time) => `bis ${time}`,
    ended: (time) => `abgelaufen am ${time}`,
    revoked: (time) => `widerrufen am ${time}`,
    withPassword: "mit Passwort",
    revoke: "Widerrufen",
    revokeQuestion: "Wer über diesen Link gekommen ist, wird sofort getrennt, und der Link öffnet nichts mehr.",
    linkRevoked: "Der Link ist widerrufen: Er öffnet nichts mehr.",
    linksEnded: "Links, die nichts mehr öffnen",
    isReady: (link) => `„${link}“ ist fertig. Die Adresse wird nur dieses eine Mal gezeigt: Kopiere sie jetzt.`,
    newLink: "Neuer Link",
    newLinkButton: "Neuer Link …",
    newLinkCan: "Wer ihn hat, kann",
    newLinkRoles: { edit: "schreiben", comment: "kommentieren", view: "nur lesen" },
    label: "Bezeichnung, für dich",
    labelExample: "Für den Vorstand",
    ends: "Endet (wenn er enden soll)",
    password: "Passwort (wenn er eines haben soll)",
    making: "Wird erstellt …",
    make: "Link erstellen",
    tooManyLinks: "Diese Seite hat so viele Links, wie sie haben darf. Widerrufe einen, den niemand mehr braucht.",
    people: "Wer hier ist",
    nobody: "Gerade ist außer dir niemand hier.",
    byAddress: "über die Adresse",
    byALink: "über einen Link",
    byLink: (label) => `über „${label}“`,
    remove: "Entfernen",
    removeQuestion:
      "Die Verbindung wird sofort getrennt, und dieses Gerät bleibt ausgesperrt. Mit einem anderen Browser und einem Zugang ist ein Zurückkommen möglich: Widerrufe den Link oder lass die Adresse weniger geben.",
    removed: "Entfernt.",
    removedHeading: "Entfernt",
    letBack: "Wieder hereinlassen",
    isBack: "Wieder hereingelassen.",
    rules: "Mehr für dich, der die Seite gehört",
    lock: "Niemand kann schreiben",
    lockMeans: "Alle können weiter lesen, auch du, bis du es wieder ausschaltest.",
    locked: "Gesperrt: Niemand schreibt.",
    unlocked: "Entsperrt.",
    embed: "Andere Websites dürfen diese Seite zeigen",
    embedMeans: "In einem Rahmen, allen, die die Adresse haben.",
    embedded: "Andere Websites dürfen sie zeigen.",
    notEmbedded: "Keine andere Website darf sie zeigen.",
    saved: "Gespeichert.",
    end: "Diese Seite von selbst löschen am",
    set: "Festlegen",
    never: "Nie",
    endsOn: (time) => `Diese Seite löscht sich am ${time}.`,
    endsNever: "Diese Seite bleibt.",
    endNotSet: "Nicht festgelegt: Die Seite bleibt.",
    endUndo: "Danach kannst du sie noch 30 Tage lang zurückholen.",
    hand: "Auch auf einem anderen Gerät besitzen",
    handLead: "Wer das öffnet, besitzt die Seite so wie du, für immer. Zeig es niemandem außer dir selbst.",
    handButton: "Besitzlink zeigen",
    ownerLink: "Besitzlink",
    handCopied: "Kopiert. Öffne ihn auf deinem anderen Gerät.",
    delete: "Diese Seite löschen",
    deleteButton: "Löschen …",
    deleteMeans: (name) =>
      `„${name}“ ist sofort für alle weg: Text, Links, Adresse. Nur du kannst die Seite zurückholen, 30 Tage lang und auf einem Gerät, das sie besitzt.`,
    deleteWord: "löschen",
    deleteType: (word) => `Tippe „${word}“, um fortzufahren`,
    deletePage: "Seite löschen",
    keepPage: "Behalten",
  },
  ending: {
    "no such document":
      "Der Server hat an dieser Adresse kein Dokument mehr. Du siehst den Text, wie diese Seite ihn zuletzt hatte.",
    deleted: "Diese Seite wurde gelöscht. Sie gehört dir, also kannst du sie zurückholen.",
    "no key": "Diese Seite steht nicht mehr allen offen, die ihre Adresse haben, deshalb wurde die Verbindung beendet.",
    "key not valid": "Der Link, über den du gekommen bist, öffnet diese Seite nicht mehr.",
    "key revoked": "Der Link, über den du gekommen bist, wurde widerrufen, deshalb wurde die Verbindung beendet.",
    "key expired": "Der Link, über den du gekommen bist, ist abgelaufen, deshalb wurde die Verbindung beendet.",
    removed: "Du wurdest von der Person, der diese Seite gehört, entfernt, deshalb wurde die Verbindung beendet.",
    "password needed": "Der Link, über den du gekommen bist, hat ein Passwort. Lade die Seite neu, um es einzugeben.",
    "sign-in needed":
      "Diese Seite öffnet sich erst nach dem Anmelden. Melde dich dort an, wo du es sonst tust, und lade die Seite dann neu.",
    reset:
      "Dieses Dokument wurde gelöscht und neu angelegt, seit du es zuletzt gesehen hast. Du siehst den Text, den es vorher hatte.",
    notAllowed: "Dieser Link erlaubt nicht, was du getan hast, deshalb wurde die Verbindung beendet.",
    newerPageNeeded: "Diese Seite und der Server haben verschiedene Versionen. Lade die Seite neu.",
    tooLarge: "Die letzte Änderung war größer, als ein Dokument fasst, deshalb wurde sie nicht gespeichert.",
    tooFast:
      "Diese Seite hat mehr auf einmal gesendet, als der Server annimmt, deshalb wurde die Verbindung beendet. Lade die Seite neu, um den Rest zu senden.",
    notTaken: (reason) =>
      `Der Server konnte die letzte Änderung nicht annehmen (${reason}), deshalb wurde sie nicht gespeichert.`,
    onlyHere: "Er ist nur auf diesem Gerät: Lade ihn herunter, wenn du ihn brauchst.",
    unsavedOnlyHere:
      "Was nicht gespeichert wurde, ist nur auf diesem Gerät: Lade den Text herunter, bevor du ohne das weitermachst.",
    stays: "Der Text bleibt hier zum Lesen, Kopieren und Herunterladen, bis du diese Seite verlässt.",
    readable: "Du kannst ihn lesen, aber nicht ändern.",
    reload: "Seite neu laden",
    openAsItIs: "Dokument öffnen, wie es jetzt ist",
    openWithout: "Ohne das öffnen, was nicht gespeichert wurde",
    copyStays:
      "Die Kopie auf diesem Gerät konnte nicht gelöscht werden. Schließe andere Tabs mit diesem Dokument und versuch es noch einmal.",
  },
  doors: {
    toFirstPage: "Zur Startseite",
    notFound: "Nicht gefunden",
    noDocument: "An dieser Adresse ist kein Dokument.",
    noDocumentLead:
      "Vielleicht wurde die Adresse falsch getippt oder abgeschnitten: Vergleiche sie mit der, die du bekommen hast. Durch das Öffnen ging nichts verloren.",
    noPage: "An dieser Adresse ist keine Seite.",
    noPageLead: "Vielleicht wurde die Adresse falsch getippt. Die Adressen von Dokumenten beginnen mit /d/.",
    tooMany: "Zu viele neue Seiten fürs Erste.",
    tooManyLead:
      "Von dort, wo du bist, wurden viele angelegt, deshalb legt dieser Server eine Weile keine mehr an. Es ging nichts verloren. Versuch es später noch einmal.",
    passwordTitle: "Dieser Link hat ein Passwort.",
    passwordLead: "Wer dir den Link geschickt hat, kennt es. Danach hält dieser Browser die Seite für dich offen.",
    password: "Passwort",
    passwordFirst: "Gib zuerst das Passwort ein.",
    wrongPassword: "Das ist nicht das Passwort dieses Links. Versuch es noch einmal.",
    tooManyTries: (wait) => `Zu viele Versuche. Versuch es ${wait} noch einmal.`,
    open: "Seite öffnen",
    deleted: "Diese Seite wurde gelöscht.",
    deletedLead: (time) =>
      `Sie gehört dir, also kannst du sie bis ${time} zurückholen, mit Text und Links. Danach ist sie endgültig weg. Alle anderen erfahren nur, dass hier nichts ist.`,
    deletedLeadFor: (days) =>
      `Sie gehört dir, also kannst du sie nach dem Löschen noch ${plural(days, { one: "# Tag", other: "# Tage" })} lang zurückholen, mit Text und Links. Danach ist sie endgültig weg. Alle anderen erfahren nur, dass hier nichts ist.`,
    restore: "Zurückholen",
    notRestored:
      "Der Server ist nicht zu erreichen, deshalb wurde nichts zurückgeholt. Versuch es noch einmal, wenn du online bist.",
    closed: {
      "no key": {
        title: "Diese Seite steht nicht allen offen, die ihre Adresse haben.",
        lead: "Sie öffnet sich mit einem Link, an dessen Ende hinter einem # ein Schlüssel steht. Hast du so einen bekommen, öffne ihn ganz; sonst frag dort nach, wo du die Adresse herhast.",
      },
      "key not valid": {
        title: "Dieser Link öffnet die Seite nicht.",
        lead: "Vielleicht wurde er falsch getippt oder abgeschnitten: Vergleiche ihn mit dem, den du bekommen hast. Bitte dort, wo er herkam, um einen anderen.",
      },
      "key revoked": {
        title: "Dieser Link wurde widerrufen.",
        lead: "Er ist von der Person, der die Seite gehört, für alle beendet worden. Bitte dort, wo er herkam, um einen anderen.",
      },
      "key expired": {
        title: "Dieser Link ist abgelaufen.",
        lead: "Er war für eine Zeit gemacht, die vorbei ist. Bitte dort, wo er herkam, um einen anderen.",
      },
      removed: {
        title: "Diese Seite ist für dich geschlossen.",
        lead: "Du wurdest entfernt. Nur die Person, der die Seite gehört, kann dich wieder hereinlassen.",
      },
      "sign-in needed": {
        title: "Diese Seite öffnet sich erst nach dem Anmelden.",
        lead: "Dieser Server lässt nur herein, wen er kennt. Melde dich dort an, wo du es sonst tust, und versuch es dann noch einmal.",
      },
      other: {
        title: "Diese Seite lässt sich von hier nicht öffnen.",
        lead: "Der Server erlaubt es nicht. Öffne ihre Adresse in einem eigenen Tab oder bitte die Person, der sie gehört, um einen Link.",
      },
    },
  },
};
