/** English: who may come to a page, and what stands where it is not open. */

import { pluralOf } from "../plural.ts";

const plural = pluralOf("en");

export const access = {
  /** The Share dialog below its address. */
  sharing: {
    status: "Sharing",
    qrCode: "QR code",
    qrCodeOfAddress: "QR code of the address",
    /** Names a button for whoever cannot see where it stands. */
    about: (word: string, about: string) => `${word}: ${about}`,
    keep: "Keep",
    cancel: "Cancel",
    copy: "Copy",
    copied: "Copied. Send it to whoever is to have it.",
    access: "Anyone who has the address can",
    choices: { edit: "Write", comment: "Comment", view: "Read", none: "Nothing" },
    /** What each choice for the bare address means. */
    accessMeans: {
      edit: "Anyone who has the address can write in this page.",
      comment: "Anyone who has the address can read this page. Comments are to come; until then that is all.",
      view: "Anyone who has the address can read this page, but not write in it.",
      none: "The address alone opens nothing. It takes one of your links, or the owner’s.",
    },
    addressGives: {
      edit: "Anyone with this address can write. No account needed.",
      comment: "Anyone with this address can read and comment. No account needed.",
      view: "Anyone with this address can only read. No account needed.",
      none: "This address alone opens nothing: ask the owner for a link to pass on.",
    },
    linkGives: {
      edit: "Anyone with this link can write, as you can.",
      comment: "Anyone with this link can read and comment, as you can.",
      view: "Anyone with this link can only read, as you can.",
      none: "This link opens nothing any more.",
    },
    needsPassword: "They also need its password.",
    /** What somebody may do, as one fact of several in a line. */
    can: {
      owner: "can do everything: the page is theirs",
      edit: "can write",
      comment: "can read and comment",
      view: "can only read",
    },
    links: "Links",
    linksLead: "Whoever has one may do what you chose for it, until it ends or you revoke it.",
    linksIdle:
      "The bare address gives more than some of these links do, and whoever has a link has the address too. To limit them, let the address give less.",
    noLabel: "Link without a label",
    until: (time: string) => `until ${time}`,
    ended: (time: string) => `ended ${time}`,
    revoked: (time: string) => `revoked ${time}`,
    withPassword: "with a password",
    revoke: "Revoke",
    revokeQuestion: "Whoever came by this link is cut off at once, and it opens nothing any more.",
    linkRevoked: "The link is revoked: it opens nothing any more.",
    linksEnded: "Links that open nothing any more",
    isReady: (link: string) => `“${link}” is ready. Its address is shown this once: copy it now.`,
    newLink: "New link",
    newLinkButton: "New link…",
    newLinkCan: "Whoever has it can",
    newLinkRoles: { edit: "write", comment: "comment", view: "only read" },
    label: "Label, for you",
    labelExample: "For the board",
    ends: "Ends (optional)",
    password: "Password (optional)",
    making: "Making…",
    make: "Make the link",
    tooManyLinks: "This page has as many links as it may have. Revoke one that is not needed any more.",
    people: "Others here",
    nobody: "Nobody but you is here just now.",
    byAddress: "by the address",
    byALink: "by a link",
    byLink: (label: string) => `by “${label}”`,
    remove: "Remove",
    removeQuestion:
      "They are cut off at once, and this device of theirs is kept out. With another browser and a way in they can come back: revoke the link they came by, or let the address give less.",
    removed: "Removed.",
    removedHeading: "Removed",
    letBack: "Let back in",
    isBack: "Let back in.",
    rules: "More for you as the owner",
    lock: "Nobody can write",
    lockMeans: "Everybody can read on, you too, until you switch it off.",
    locked: "Locked: nobody writes.",
    unlocked: "Unlocked.",
    embed: "Other sites may show this page",
    embedMeans: "In a frame, to whoever has the address.",
    embedded: "Other sites may show it.",
    notEmbedded: "No other site may show it.",
    saved: "Saved.",
    end: "Delete this page automatically on",
    set: "Set",
    never: "Never",
    endsOn: (time: string) => `This page deletes itself on ${time}.`,
    endsNever: "This page stays.",
    endNotSet: "Not set: the page stays.",
    endUndo: "You can bring it back for 30 days after that.",
    hand: "Own it on another device, too",
    handLead: "Whoever opens this owns the page as you do, for good. Show it to nobody but yourself.",
    handButton: "Show the owner’s link",
    ownerLink: "Owner’s link",
    handCopied: "Copied. Open it on your other device.",
    delete: "Delete this page",
    deleteButton: "Delete…",
    deleteMeans: (name: string) =>
      `“${name}” will be gone for everybody at once: its text, its links, its address. You alone can bring it back, for 30 days and on a device that owns it.`,
    /** What is typed before a page is deleted; in small letters. */
    deleteWord: "delete",
    deleteType: (word: string) => `Type “${word}” to go on`,
    deletePage: "Delete the page",
    keepPage: "Keep it",
  },
  /** Said above the text when the connection ended for good. */
  ending: {
    "no such document":
      "The server has no document at this address any more. What you see is the text as this page last had it.",
    deleted: "This page was deleted. You own it, so you can bring it back.",
    "no key": "This page is no longer open to everyone who has its address, so the connection was ended.",
    "key not valid": "The link that you came by does not open this page any more.",
    "key revoked": "The owner has revoked the link that you came by, so the connection was ended.",
    "key expired": "The link that you came by has expired, so the connection was ended.",
    removed: "The owner has removed you from this page, so the connection was ended.",
    "password needed": "The link that you came by has a password. Reload the page to enter it.",
    "sign-in needed": "This page opens only after signing in. Sign in where you usually do, then reload the page.",
    reset:
      "This document was deleted and made anew since you last saw it. What you see is the text that it had before.",
    notAllowed: "This link does not allow what you did, so the connection was ended.",
    newerPageNeeded: "This page and the server are of different versions. Reload the page.",
    tooLarge: "The last edit was larger than a document can take, so it was not stored.",
    tooFast:
      "This page sent more at a time than the server takes, so the connection was ended. Reload the page to send the rest.",
    notTaken: "The server could not take the last edit, so it was not stored.",
    onlyHere: "It is on this device only: download it if you need it.",
    unsavedOnlyHere: "What was not stored is on this device only: download the text before you go on without it.",
    stays: "The text stays here to read, copy and download until you leave this page.",
    readable: "You can read it, but not change it.",
    reload: "Reload the page",
    openAsItIs: "Open the document as it is now",
    openWithout: "Open without what was not stored",
    copyStays: "The copy on this device could not be deleted. Close other tabs with this document and try again.",
  },
  /** What stands in the place of a page that is not open, or not there. */
  doors: {
    toHome: "Go to the home page",
    notFound: "Not found",
    noDocument: "There is no document at this address.",
    noDocumentLead:
      "The address may have been mistyped or cut short: compare it with the one you were sent. Nothing was lost by opening it.",
    noPage: "There is no page at this address.",
    noPageLead: "The address may have been mistyped. Documents have addresses that begin with /d/.",
    tooMany: "Too many new pages for now.",
    tooManyLead:
      "Many were created from where you are, so this server creates no more for a while. Nothing was lost. Try again later.",
    passwordTitle: "This link has a password.",
    passwordLead: "Whoever sent you the link knows it. Once you have typed it, this browser does not ask again.",
    password: "Password",
    passwordFirst: "Type the password first.",
    wrongPassword: "That is not the password of this link. Try again.",
    tooManyTries: (wait: string) => `Too many tries. Try again ${wait}.`,
    open: "Open the page",
    deleted: "This page was deleted.",
    deletedLead: (time: string) =>
      `You own it, so you can bring it back until ${time}, with its text and its links. Then it is gone for good. Everybody else is told that there is nothing here.`,
    deletedLeadFor: (days: number) =>
      `You own it, so you can bring it back for ${plural(days, { one: "# day", other: "# days" })} after it was deleted, with its text and its links. Then it is gone for good. Everybody else is told that there is nothing here.`,
    restore: "Restore",
    notRestored: "The server cannot be reached, so nothing was brought back. Try again when you are online.",
    closed: {
      "no key": {
        title: "This page is not open to everyone who has its address.",
        lead: "It takes a link with a key: the part behind the # at its end. If you were sent one, open all of it; if not, ask whoever told you the address.",
      },
      "key not valid": {
        title: "This link does not open the page.",
        lead: "It may have been mistyped or cut short: compare it with the one you were sent. Ask whoever sent it to you for another one.",
      },
      "key revoked": {
        title: "This link was revoked.",
        lead: "The owner of the page has revoked it for everyone. Ask whoever sent it to you for another one.",
      },
      "key expired": {
        title: "This link has expired.",
        lead: "It was made to work for a time that is over. Ask whoever sent it to you for another one.",
      },
      removed: {
        title: "The owner has closed this page to you.",
        lead: "You were removed from it. Only its owner can let you back in.",
      },
      "sign-in needed": {
        title: "This page opens only after signing in.",
        lead: "This server lets in only people whom it knows. Sign in where you usually do, then try again.",
      },
      other: {
        title: "This page cannot be opened from here.",
        lead: "The server does not allow it. Open its address in a tab of its own, or ask its owner for a link.",
      },
    },
  },
};
