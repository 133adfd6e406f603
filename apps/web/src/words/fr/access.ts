/** French, with « vous »: who may come to a page, and what stands where it is not open. */

import type { Rest } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("fr");

export const access: Pick<Rest, "sharing" | "ending" | "doors"> = {
  sharing: {
    status: "Partage",
    qrCode: "Code QR",
    qrCodeOfAddress: "Code QR de l’adresse",
    about: (word, about) => `${word} : ${about}`,
    keep: "Garder",
    cancel: "Annuler",
    copy: "Copier",
    copied: "Copié. Envoyez-le à qui doit l’avoir.",
    access: "Toute personne qui a l’adresse peut",
    choices: { edit: "Écrire", comment: "Commenter", view: "Lire", none: "Rien" },
    accessMeans: {
      edit: "Toute personne qui a l’adresse peut écrire dans cette page.",
      comment:
        "Toute personne qui a l’adresse peut lire cette page. Les commentaires sont à venir ; d’ici là, c’est tout.",
      view: "Toute personne qui a l’adresse peut lire cette page, mais pas y écrire.",
      none: "L’adresse seule n’ouvre rien. Il faut l’un de vos liens.",
    },
    addressGives: {
      edit: "Toute personne qui a cette adresse peut écrire. Sans compte.",
      comment: "Toute personne qui a cette adresse peut lire et commenter. Sans compte.",
      view: "Toute personne qui a cette adresse peut seulement lire. Sans compte.",
      none: "Cette adresse seule n’ouvre rien : demandez un lien à transmettre à la personne à qui appartient la page.",
    },
    linkGives: {
      edit: "Toute personne qui a ce lien peut écrire, comme vous.",
      comment: "Toute personne qui a ce lien peut lire et commenter, comme vous.",
      view: "Toute personne qui a ce lien peut seulement lire, comme vous.",
      none: "Ce lien n’ouvre plus rien.",
    },
    needsPassword: "Il lui faut aussi le mot de passe.",
    can: {
      owner: "peut tout faire : la page est à elle",
      edit: "peut écrire",
      comment: "peut lire et commenter",
      view: "peut seulement lire",
    },
    links: "Liens",
    linksLead:
      "Chacun donne à qui l’a ce que vous décidez, aussi longtemps que vous le décidez, jusqu’à ce que vous le révoquiez.",
    linksIdle:
      "L’adresse sans clé donne plus que certains de ces liens : qui en a un peut en retirer la clé. Pour les limiter, faites que l’adresse donne moins.",
    noLabel: "Lien sans libellé",
    until: (time) => `jusqu’au ${time}`,
    ended: (time) => `terminé le ${time}`,
    revoked: (time) => `révoqué le ${time}`,
    withPassword: "avec un mot de passe",
    revoke: "Révoquer",
    revokeQuestion: "Qui est venu par ce lien est aussitôt déconnecté, et le lien n’ouvre plus rien.",
    linkRevoked: "Le lien est révoqué : il n’ouvre plus rien.",
    linksEnded: "Liens qui n’ouvrent plus rien",
    isReady: (link) => `« ${link} » est prêt. Son adresse n’est montrée que cette fois : copiez-la maintenant.`,
    newLink: "Nouveau lien",
    newLinkButton: "Nouveau lien…",
    newLinkCan: "Qui l’a peut",
    newLinkRoles: { edit: "écrire", comment: "commenter", view: "seulement lire" },
    label: "Libellé, pour vous",
    labelExample: "Pour le conseil",
    ends: "Fin (facultatif)",
    password: "Mot de passe (facultatif)",
    making: "Création…",
    make: "Créer le lien",
    tooManyLinks: "Cette page a autant de liens qu’elle peut en avoir. Révoquez-en un qui ne sert plus.",
    people: "Autres personnes présentes",
    nobody: "Personne d’autre que vous n’est ici en ce moment.",
    byAddress: "par l’adresse",
    byALink: "par un lien",
    byLink: (label) => `par « ${label} »`,
    remove: "Exclure",
    removeQuestion:
      "La personne est aussitôt déconnectée, et cet appareil reste exclu. Avec un autre navigateur et un accès, elle peut revenir : révoquez le lien par lequel elle est venue, ou faites que l’adresse donne moins.",
    removed: "Personne exclue.",
    removedHeading: "Personnes exclues",
    letBack: "Laisser revenir",
    isBack: "La personne peut revenir.",
    rules: "Plus pour vous, à qui la page appartient",
    lock: "Personne ne peut écrire",
    lockMeans: "Tout le monde peut continuer à lire, vous aussi, jusqu’à ce que vous le désactiviez.",
    locked: "Verrouillée : personne n’écrit.",
    unlocked: "Déverrouillée.",
    embed: "D’autres sites peuvent montrer cette page",
    embedMeans: "Dans un cadre, à qui a l’adresse.",
    embedded: "D’autres sites peuvent la montrer.",
    notEmbedded: "Aucun autre site ne peut la montrer.",
    saved: "Enregistré.",
    end: "Supprimer cette page automatiquement le",
    set: "Fixer",
    never: "Jamais",
    endsOn: (time) => `Cette page se supprimera le ${time}.`,
    endsNever: "Cette page reste.",
    endNotSet: "Rien de fixé : la page reste.",
    endUndo: "Vous pourrez encore la récupérer pendant 30 jours.",
    hand: "La posséder aussi sur un autre appareil",
    handLead:
      "Qui ouvre ceci possède la page comme vous, pour toujours. Ne le montrez à personne d’autre que vous-même.",
    handButton: "Montrer le lien de propriété",
    ownerLink: "Lien de propriété",
    handCopied: "Copié. Ouvrez-le sur votre autre appareil.",
    delete: "Supprimer cette page",
    deleteButton: "Supprimer…",
    deleteMeans: (name) =>
      `« ${name} » disparaît aussitôt pour tout le monde : son texte, ses liens, son adresse. Vous seul pouvez la récupérer, pendant 30 jours et sur un appareil qui la possède.`,
    deleteWord: "supprimer",
    deleteType: (word) => `Tapez « ${word} » pour continuer`,
    deletePage: "Supprimer la page",
    keepPage: "La garder",
  },
  ending: {
    "no such document":
      "Le serveur n’a plus de document à cette adresse. Vous voyez le texte tel que cette page l’avait en dernier.",
    deleted: "Cette page a été supprimée. Elle vous appartient, vous pouvez donc la récupérer.",
    "no key": "Cette page n’est plus ouverte à tous ceux qui ont son adresse ; la connexion a donc été fermée.",
    "key not valid": "Le lien par lequel vous êtes venu n’ouvre plus cette page.",
    "key revoked": "Le lien par lequel vous êtes venu a été révoqué ; la connexion a donc été fermée.",
    "key expired": "Le lien par lequel vous êtes venu a expiré ; la connexion a donc été fermée.",
    removed: "La personne à qui appartient cette page vous en a exclu ; la connexion a donc été fermée.",
    "password needed": "Le lien par lequel vous êtes venu a un mot de passe. Rechargez la page pour le saisir.",
    "sign-in needed":
      "Cette page ne s’ouvre qu’après connexion à votre compte. Connectez-vous là où vous le faites d’habitude, puis rechargez la page.",
    reset:
      "Ce document a été supprimé et refait depuis que vous l’avez vu. Ce que vous voyez est le texte qu’il avait avant.",
    notAllowed: "Ce lien ne permet pas ce que vous avez fait ; la connexion a donc été fermée.",
    newerPageNeeded: "Cette page et le serveur sont de versions différentes. Rechargez la page.",
    tooLarge:
      "La dernière modification était plus grande que ce qu’un document contient ; elle n’a pas été enregistrée.",
    tooFast:
      "Cette page a envoyé d’un coup plus que le serveur n’accepte ; la connexion a donc été fermée. Rechargez la page pour envoyer le reste.",
    notTaken: "Le serveur n’a pas pu accepter la dernière modification ; elle n’a pas été enregistrée.",
    onlyHere: "Il n’est que sur cet appareil : téléchargez-le si vous en avez besoin.",
    unsavedOnlyHere:
      "Ce qui n’a pas été enregistré n’est que sur cet appareil : téléchargez le texte avant de continuer sans.",
    stays: "Le texte reste ici pour être lu, copié et téléchargé jusqu’à ce que vous quittiez cette page.",
    readable: "Vous pouvez le lire, mais pas le modifier.",
    reload: "Recharger la page",
    openAsItIs: "Ouvrir le document tel qu’il est maintenant",
    openWithout: "Ouvrir sans ce qui n’a pas été enregistré",
    copyStays:
      "La copie sur cet appareil n’a pas pu être supprimée. Fermez les autres onglets avec ce document et réessayez.",
  },
  doors: {
    toHome: "Aller à l’accueil",
    notFound: "Introuvable",
    noDocument: "Il n’y a pas de document à cette adresse.",
    noDocumentLead:
      "L’adresse a peut-être été mal tapée ou coupée : comparez-la à celle qui vous a été envoyée. L’ouvrir n’a rien fait perdre.",
    noPage: "Il n’y a pas de page à cette adresse.",
    noPageLead: "L’adresse a peut-être été mal tapée. Celles des documents commencent par /d/.",
    tooMany: "Trop de nouvelles pages pour l’instant.",
    tooManyLead:
      "Beaucoup ont été créées depuis l’endroit où vous êtes ; ce serveur n’en crée donc plus pendant un moment. Rien n’a été perdu. Réessayez plus tard.",
    passwordTitle: "Ce lien a un mot de passe.",
    passwordLead: "La personne qui vous a envoyé le lien le connaît. Ensuite, ce navigateur ne le demandera plus.",
    password: "Mot de passe",
    passwordFirst: "Tapez d’abord le mot de passe.",
    wrongPassword: "Ce n’est pas le mot de passe de ce lien. Réessayez.",
    tooManyTries: (wait) => `Trop d’essais. Réessayez ${wait}.`,
    open: "Ouvrir la page",
    deleted: "Cette page a été supprimée.",
    deletedLead: (time) =>
      `Elle vous appartient ; vous pouvez donc la récupérer jusqu’au ${time}, avec son texte et ses liens. Ensuite, elle disparaît pour de bon. Aux autres, il est dit qu’il n’y a rien ici.`,
    deletedLeadFor: (days) =>
      `Elle vous appartient ; vous pouvez donc la récupérer pendant ${plural(days, { one: "# jour", other: "# jours" })} après sa suppression, avec son texte et ses liens. Ensuite, elle disparaît pour de bon. Aux autres, il est dit qu’il n’y a rien ici.`,
    restore: "Récupérer",
    notRestored: "Le serveur est injoignable ; rien n’a donc été récupéré. Réessayez quand vous serez en ligne.",
    closed: {
      "no key": {
        title: "Cette page n’est pas ouverte à tous ceux qui ont son adresse.",
        lead: "Elle s’ouvre avec un lien qui porte une clé derrière un # à la fin. Si vous en avez reçu un, ouvrez-le en entier ; sinon, demandez à qui vous a donné l’adresse.",
      },
      "key not valid": {
        title: "Ce lien n’ouvre pas la page.",
        lead: "Il a peut-être été mal tapé ou coupé : comparez-le à celui qui vous a été envoyé. Demandez-en un autre à qui vous l’a envoyé.",
      },
      "key revoked": {
        title: "Ce lien a été révoqué.",
        lead: "La personne à qui appartient la page y a mis fin, pour tous ceux qui l’ont. Demandez-en un autre à qui vous l’a envoyé.",
      },
      "key expired": {
        title: "Ce lien a expiré.",
        lead: "Il était fait pour un temps qui est passé. Demandez-en un autre à qui vous l’a envoyé.",
      },
      removed: {
        title: "Cette page vous est fermée.",
        lead: "Vous en avez été exclu. Seule la personne à qui elle appartient peut vous laisser revenir.",
      },
      "sign-in needed": {
        title: "Cette page ne s’ouvre qu’après connexion à votre compte.",
        lead: "Ce serveur ne laisse entrer que les personnes qu’il connaît. Connectez-vous là où vous le faites d’habitude, puis réessayez.",
      },
      other: {
        title: "Cette page ne peut pas être ouverte d’ici.",
        lead: "Le serveur ne le permet pas. Ouvrez son adresse dans un onglet à elle, ou demandez un lien à la personne à qui elle appartient.",
      },
    },
  },
};
