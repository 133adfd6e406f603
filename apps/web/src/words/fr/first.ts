/** French, with « vous »: what is shown with the first text. */

import type { Draft, First } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("fr");

export const first: Draft<First> = {
  app: {
    home: "Accueil",
    opening: "Ouverture…",
    partMissing: "Cette partie n’a pas pu être chargée. Réessayez quand vous serez en ligne.",
    partGone:
      "Cette partie n’a pas pu être chargée : le serveur a une version plus récente. Votre texte reste tel quel.",
    partFailed: "Cette partie a échoué et a été fermée. Le texte est tel qu’il était.",
    reload: "Recharger la page",
    tryAgain: "Réessayer",
    close: "Fermer",
    notifications: "Notifications",
    sentences: (one, other) => `${one} ${other}`,
  },
  saveState: {
    name: "État de l’enregistrement",
    saved: "Enregistré",
    saving: "Enregistrement…",
    offline: "Hors ligne, gardé sur cet appareil",
    "read-only": "Lecture seule",
    reconnecting: "Reconnexion…",
    notSaved: (why) => `Non enregistré : ${why}`,
    reasons: {
      refused: "le serveur ne l’a pas accepté",
      "server-storage": "le stockage du serveur est en panne, nouvel essai en cours",
      "device-storage": "pas de connexion, et cet appareil ne garde pas de copie",
      "not-allowed": "vous ne pouvez pas écrire ici",
      locked: "le document est verrouillé",
    },
  },
  text: {
    name: "Texte",
    tooLong: (most) =>
      `Un document contient au plus ${plural(most, { other: "#" })} caractères ; rien n’a donc été inséré. Le texte est tel qu’il était.`,
  },
  title: {
    name: "Titre",
    untitled: "Sans titre",
  },
  status: {
    markdown: "Markdown",
    plain: "Texte brut",
    position: (line, column) => `Lig. ${line}, col. ${column}`,
    words: (count) => plural(count, { one: "# mot", other: "# mots" }),
    notChanged: "Cela n’a pas pu être changé : le serveur est injoignable. Réessayez quand vous serez en ligne.",
    latency: "Temps d’aller-retour jusqu’au serveur",
  },
  people: {
    name: "Personnes présentes",
    guest: "Invité",
    chosen: (quality, animal) => `${animal} ${quality}`,
    qualities: [
      "rapide",
      "discret",
      "brillant",
      "calme",
      "courageux",
      "aimable",
      "malin",
      "joyeux",
      "patient",
      "curieux",
    ],
    animals: [
      "Renard",
      "Héron",
      "Blaireau",
      "Lynx",
      "Lièvre",
      "Castor",
      "Phoque",
      "Hibou",
      "Cerf",
      "Merle",
      "Dauphin",
      "Écureuil",
    ],
    you: (name) => `${name} (vous)`,
    changeSelf: (name) => `${name} (vous) : changer de nom ou de couleur`,
    follow: (name) => `${name} : aller à son curseur et suivre`,
    more: (count) => `${plural(count, { one: "# autre", other: "# autres" })} : montrer tout le monde`,
  },
  more: {
    name: "Plus",
    newDocument: "Nouveau document",
    download: "Télécharger le texte",
  },
  crash: {
    heading: "Cette page a échoué.",
    said: "Voici le texte tel que cette page l’a. Vous pouvez le copier ou le télécharger ; rechargez ensuite la page pour continuer.",
    copy: "Copier le texte",
    copied: "Copié.",
    notCopied: "Il n’a pas pu être copié : il est maintenant sélectionné, copiez-le à la main.",
    noText: "Rechargez la page pour réessayer. Ce qui disait « Enregistré » est conservé.",
    unharmed: "Quelque chose a échoué sur cette page. Le texte est tel qu’il était.",
    kept: {
      saved: "Tout ce que vous avez écrit est enregistré sur le serveur.",
      "read-only": "Vous n’avez rien écrit ici qui ne soit pas enregistré.",
      saving:
        "Vos derniers mots sont en route vers le serveur. Gardez cette page ouverte jusqu’à ce qu’elle dise « Enregistré ».",
      offline:
        "Le serveur est injoignable. Ce que vous avez écrit est gardé sur cet appareil et sera envoyé à votre retour.",
      reconnecting: "Le serveur est recherché. Copiez ou téléchargez le texte avant de fermer cette page.",
      "not-saved":
        "Tout ce que vous avez écrit n’est pas enregistré. Copiez ou téléchargez le texte avant de fermer cette page.",
    },
  },
  share: {
    name: "Partager",
    heading: "Partager cette page",
    address: "Adresse",
    copyLink: "Copier le lien",
    copied: "Copié. Envoyez-le à qui doit l’avoir.",
    copying: "Copie",
    refused: "Le navigateur ne permet pas de copier ici. L’adresse est sélectionnée : copiez-la à la main.",
  },
  right: {
    name: "Ce que vous pouvez faire",
    turnedAway:
      "Le serveur n’accepte plus de connexions depuis l’endroit où vous êtes pour le moment. Cette page réessaie d’elle-même.",
    lockedByYou:
      "Vous avez verrouillé cette page : personne ne peut y écrire. L’interrupteur se trouve sous « Partager ».",
    locked: "La personne à qui appartient cette page l’a verrouillée : personne ne peut y écrire pour le moment.",
    readOnly: "Vous pouvez lire cette page, mais pas y écrire.",
    unsent:
      "Ce que vous avez écrit en dernier est sur cet appareil et sera envoyé quand vous pourrez de nouveau écrire.",
  },
  faults: {
    notCreated: "Le serveur est injoignable. Rien n’a été créé ; réessayez quand vous serez en ligne.",
    notRenamed: "Le titre n’a pas pu être enregistré : le serveur est injoignable. Vos mots sont encore dans le champ.",
    notReached: "Le serveur est injoignable. Réessayez quand vous serez en ligne.",
    nothingChanged: "Le serveur est injoignable ; rien n’a donc été changé. Réessayez quand vous serez en ligne.",
    failed: (status) => `Le serveur a échoué (${status}). Réessayez.`,
    notAllowed: "Le serveur ne permet pas cela d’ici. Ce que vous pouvez faire a peut-être changé. Rien n’a été fait.",
    gone: "Le serveur n’a plus rien à cette adresse. Rien n’a été fait.",
    tooLarge: "C’est plus que le serveur n’accepte. Rien n’a été fait.",
    tooMuch: (wait) =>
      `Cela a été demandé trop souvent depuis l’endroit où vous êtes. Rien n’a été fait. Réessayez ${wait}.`,
    inAWhile: "dans un moment",
    notPossible: "Cela ne peut pas se faire en l’état. Rien n’a été fait.",
  },
  language: {
    name: "Langue",
    auto: "Celle du navigateur",
  },
  home: {
    heading: "Écrivez sur la même page.",
    lead: "Ouvrez un document, partagez son adresse, écrivez ensemble. Sans compte. Ce qui dit « Enregistré » est conservé ; ce que vous écrivez hors ligne est fusionné plus tard.",
    openFile: "Ouvrir un fichier…",
    aFile: "Un fichier texte",
    orDrop: "ou déposez un fichier texte n’importe où",
    drop: "Déposez le fichier pour l’ouvrir comme nouveau document",
    recent: "Ouverts sur cet appareil",
    find: "Chercher",
    findDocument: "Chercher un document",
    nothingYet: "Rien encore. Ce que vous ouvrirez sera listé ici, dans ce navigateur seulement.",
    noneFound: "Aucun.",
    forget: "Retirer de cette liste",
    forgetOne: (title) => `Retirer ${title} de cette liste`,
    pin: "Épingler en haut",
    unpin: "Ne plus épingler",
    pinOne: (title) => `Épingler ${title} en haut`,
    rename: "Renommer",
    renameOne: (title) => `Renommer ${title}`,
    titleOf: (title) => `Titre de ${title}`,
    renamedHere: "Ce nom ne vaut que dans cette liste : vous ne pouvez pas changer le titre de la page elle-même.",
    forgotten: (title) => `« ${title} » n’est plus dans cette liste.`,
    undo: "Annuler",
  },
};
