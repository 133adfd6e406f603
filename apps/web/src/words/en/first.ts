/** English: what is shown with the first text. One section a part of the page. */

import { pluralOf } from "../plural.ts";

const plural = pluralOf("en");

export const first = {
  app: {
    home: "Home",
    opening: "Opening…",
    partMissing: "This part could not be loaded. Try again when you are online.",
    partGone: "This part could not be loaded: the server has a newer version. Your text stays as it is.",
    partFailed: "That part failed and was closed. The text is as it was.",
    tryAgain: "Try again",
    reload: "Reload the page",
    close: "Close",
    notifications: "Notifications",
    /** Two sentences, one after the other. */
    sentences: (one: string, other: string) => `${one} ${other}`,
  },
  saveState: {
    name: "Save state",
    saved: "Saved",
    saving: "Saving…",
    offline: "Offline, kept on this device",
    "read-only": "Read only",
    reconnecting: "Reconnecting…",
    notSaved: (why: string) => `Not saved: ${why}`,
    reasons: {
      refused: "the server did not take it",
      "server-storage": "the server's storage fails, trying again",
      "device-storage": "no connection, and this device keeps no copy",
      "not-allowed": "you may not write here",
      locked: "the document is locked",
    },
  },
  text: {
    name: "Text",
    tooLong: (most: number) =>
      `A document holds up to ${plural(most, { other: "#" })} characters, so nothing was put in. The text is as it was.`,
  },
  title: {
    name: "Title",
    untitled: "Untitled",
  },
  status: {
    markdown: "Markdown",
    plain: "Plain text",
    position: (line: number, column: number) => `Ln ${line}, Col ${column}`,
    words: (count: number) => plural(count, { one: "# word", other: "# words" }),
    notChanged: "That could not be changed: the server cannot be reached. Try again when you are online.",
    latency: "Time to the server and back",
    preview: "Preview",
  },
  people: {
    name: "People here",
    /** Whoever shows no name. */
    guest: "Guest",
    // A name such as "Quiet Fox" is chosen for whoever comes for the first time.
    chosen: (quality: string, animal: string) => `${quality} ${animal}`,
    qualities: ["Quick", "Quiet", "Bright", "Calm", "Brave", "Gentle", "Clever", "Merry", "Patient", "Curious"],
    animals: ["Fox", "Heron", "Otter", "Badger", "Wren", "Lynx", "Hare", "Robin", "Seal", "Marten", "Owl", "Stoat"],
    you: (name: string) => `${name} (you)`,
    changeSelf: (name: string) => `${name} (you): change name or colour`,
    follow: (name: string) => `${name}: go to caret and follow`,
    more: (count: number) => `${plural(count, { one: "# more", other: "# more" })}: show everybody`,
  },
  more: {
    name: "More",
    newDocument: "New document",
    download: "Download the text",
  },
  crash: {
    heading: "This page has failed.",
    said: "Here is the text as this page has it. You can copy it or download it; then reload the page to go on.",
    copy: "Copy the text",
    copied: "Copied.",
    notCopied: "It could not be copied: it is selected now, copy it by hand.",
    noText: "Reload the page to try again. What was called saved is stored.",
    unharmed: "Something on this page failed. The text is as it was.",
    kept: {
      saved: "Everything you wrote is stored on the server.",
      "read-only": "You wrote nothing here that is not stored.",
      saving: "Your last words are on their way to the server. Keep this page open until it says Saved.",
      offline: "The server cannot be reached. What you wrote is kept on this device, and is sent when you are back.",
      reconnecting: "The server is being looked for. Copy or download the text before you close this page.",
      "not-saved": "Not all that you wrote is stored. Copy or download the text before you close this page.",
    },
  },
  share: {
    name: "Share",
    heading: "Share this page",
    address: "Address",
    copyLink: "Copy link",
    copied: "Copied. Send it to whoever is to have it.",
    copying: "Copying",
    refused: "The browser does not allow copying here. The address is selected: copy it by hand.",
  },
  /** What one may do here, while that is not everything. */
  right: {
    name: "What you may do",
    turnedAway: "The server takes no more connections from where you are just now. This page tries again by itself.",
    lockedByYou: "You have locked this page: nobody can write in it. Share has the switch.",
    locked: "The owner has locked this page: nobody can write in it now.",
    readOnly: "You can read this page, but not write in it.",
    unsent: "What you wrote last is on this device, and is sent when you may write again.",
  },
  /** What went wrong when the server was asked for something. */
  faults: {
    notCreated: "The server cannot be reached. Nothing was created; try again when you are online.",
    notRenamed: "The title could not be stored: the server cannot be reached. Your words are still in the box.",
    notReached: "The server cannot be reached. Try again when you are online.",
    nothingChanged: "The server cannot be reached, so nothing was changed. Try again when you are online.",
    failed: (status: number) => `The server failed (${status}). Try again.`,
    notAllowed:
      "The server does not allow this from here. The owner may have changed what you may do. Nothing was done.",
    gone: "The server has nothing at this address any more. Nothing was done.",
    tooLarge: "That is more than the server takes. Nothing was done.",
    tooMuch: (wait: string) => `That was asked for too often from where you are. Nothing was done. Try again ${wait}.`,
    inAWhile: "in a while",
    notPossible: "That cannot be done as things are now. Nothing was done.",
  },
  language: {
    name: "Language",
    auto: "As the browser asks",
  },
  home: {
    heading: "Write on the same page.",
    lead: "Open a document, share its address, type together. No account. What says Saved is stored; what you write offline merges later.",
    openFile: "Open a file…",
    aFile: "A text file",
    orDrop: "or drop a text file anywhere",
    drop: "Drop the file to open it as a new document",
    recent: "Opened on this device",
    find: "Find",
    findDocument: "Find a document",
    nothingYet: "Nothing yet. What you open will be listed here, in this browser only.",
    noneFound: "None of them.",
    forget: "Take off this list",
    forgetOne: (title: string) => `Take ${title} off this list`,
    pin: "Pin to the top",
    unpin: "Unpin",
    pinOne: (title: string) => `Pin ${title} to the top`,
    rename: "Rename",
    renameOne: (title: string) => `Rename ${title}`,
    titleOf: (title: string) => `Title of ${title}`,
    renamedHere: "Only this list calls it that: you may not change the title of the page itself.",
    forgotten: (title: string) => `“${title}” is off this list.`,
    undo: "Undo",
  },
};
