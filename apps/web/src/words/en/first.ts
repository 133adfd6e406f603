/** English: what is shown with the first text. One section a part of the page. */

import { pluralOf } from "../plural.ts";

const plural = pluralOf("en");

export const first = {
  app: {
    home: "Home",
    opening: "Opening…",
    partMissing: "This part could not be loaded. Try again when you are online.",
    tryAgain: "Try again",
    close: "Close",
    notifications: "Notifications",
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
      `A document holds up to ${most.toLocaleString("en")} characters, so nothing was put in. The text is as it was.`,
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
    latency: "Time to the server and back",
  },
  people: {
    name: "People here",
  },
  more: {
    name: "More",
    newDocument: "New document",
    download: "Download the text",
  },
  share: {
    name: "Share",
    heading: "Share this page",
    address: "Address",
    copyLink: "Copy link",
    copied: "Copied. Send it to whoever is to have it.",
  },
  notice: {},
  home: {},
};
