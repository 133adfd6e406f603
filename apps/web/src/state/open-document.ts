/** One open document as the page sees it: the connection's values, and what follows from them. */

import { computed, effect, type ReadonlySignal, signal } from "@preact/signals-core";
import { titleFromText } from "@samepage/document";
import { denialOf, type LineEnds, type Settings } from "@samepage/protocol";
import { changeSettings, changeTitle, type Outcome } from "../connection/api.ts";
import { type Connection, openConnection } from "../connection/open.ts";
import { withRest, words } from "../words/words.ts";
import { beginningOf } from "./beginning.ts";
import { credentialsFor, dropRefused, keepAdmitted } from "./credentials.ts";
import { autoLanguage } from "./language-names.ts";
import { keepPending, pendingDocument } from "./pending-documents.ts";
import type { Person } from "./people.ts";
import { excerptOf, forgetExcerpt, rememberOpened } from "./recent-documents.ts";
import { self } from "./self.ts";
import { displayTitle } from "./title.ts";
import { followWhoIsHere } from "./who-is-here.ts";

/** Where one's caret is, and how much text there is; lines and columns count from 1. */
export interface TextFacts {
  readonly line: number;
  readonly column: number;
  /** Null until they were counted. */
  readonly words: number | null;
  /** UTF-16 code units. */
  readonly characters: number;
  /** What is selected; null when nothing is. */
  readonly selected: {
    /** Null when that is too much to be counted at each move. */
    readonly words: number | null;
    readonly characters: number;
    /** How many carets and selections there are. */
    readonly ranges: number;
  } | null;
}

/** So many of the others are shown beside a document on the first page. */
const mostCompany = 3;

/** As many UTF-16 code units of the text as its name and excerpt are looked for in. */
const beginningLength = 2_000;

/** How soon the name follows the text. */
const readBeginningAfterMs = 200;

export interface OpenDocument {
  readonly connection: Connection;
  readonly people: ReadonlySignal<readonly Person[]>;
  /** The beginning of the text, enough to name the document by. */
  readonly beginning: ReadonlySignal<string>;
  /** What stands in the title's box. */
  readonly title: ReadonlySignal<string>;
  /** What stands there while the box is empty. */
  readonly titleFallback: ReadonlySignal<string>;
  /** The name of the document, for the tab and the list at home. */
  readonly name: ReadonlySignal<string>;
  /** The id of the syntax that the text is in: the chosen one, or what it seems to be; see `language-list.ts`. */
  readonly language: ReadonlySignal<string>;
  /** What the text seems to be; null while nothing says so, or nobody has looked. For whoever looks. */
  readonly detectedLanguage: { value: string | null };
  /** How the lines end in a file of it. */
  readonly lineEnds: ReadonlySignal<LineEnds>;
  /** Whether one may change the text and the title now. */
  readonly mayWrite: ReadonlySignal<boolean>;
  /** The editor's facts; null until there is an editor. */
  readonly facts: { value: TextFacts | null };
  /** What to tell the person; "" when there is nothing. */
  readonly fault: { value: string };
  /** Says that what was to be put into the text would make it too long. */
  tellTooLong(): void;
  rename(title: string): Promise<Outcome<unknown>>;
  /** Changes what everybody sees; `fault` says so when it failed. Language "auto": it is to follow from the text. */
  changeSettings(change: Partial<Pick<Settings, "language" | "lineEnds">>): Promise<void>;
  close(): void;
}

/**
 * Opens the document `id` with what this device has for it; `palette` gives the CSS colour of each hue, for peers with
 * another palette. `reopen` is called when the server refused a key that this device had kept, and there is another way.
 * `first`: what is known of its title and its text before it is there.
 */
export function openDocument(
  id: string,
  palette: (hue: number) => string,
  reopen: () => void,
  first: { readonly title: string; readonly text: string } = { title: "", text: "" },
): OpenDocument {
  const credentials = credentialsFor(id);
  const fault = signal("");
  const pending = signal(pendingDocument(id));
  const createWhenReached = async (): Promise<void> => {
    const { bringFirstText, createLater } = await withRest(() => import("./creating-later.ts"));
    await bringFirstText(id, connection);
    await createLater(id, (why) => {
      fault.value = why;
    });
    pending.value = null;
  };
  const connection = openConnection(id, credentials, pending.peek() === null ? undefined : createWhenReached());
  const { awareness, text } = connection;
  const whoIsHere = followWhoIsHere(awareness, connection.givenName);
  const beginning = signal(first.text);
  const facts = signal<TextFacts | null>(null);

  const readBeginning = (): void => {
    clearTimeout(timer);
    timer = undefined;
    beginning.value = beginningOf(text, beginningLength);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readBeginningSoon = (): void => {
    timer ??= setTimeout(readBeginning, readBeginningAfterMs);
  };
  text.observe(readBeginningSoon);

  const title = computed(() => connection.settings.value?.title ?? pending.value?.title ?? first.title);
  const titleFallback = computed(
    () => titleFromText(beginning.value) || (connection.isLoaded.value ? words().title.untitled : ""),
  );
  const name = computed(() => displayTitle(title.value, beginning.value));

  const detectedLanguage = signal<string | null>(null);
  const language = computed(() => {
    const chosen = connection.settings.value?.language ?? autoLanguage;
    return chosen === autoLanguage ? (detectedLanguage.value ?? "markdown") : chosen;
  });

  const started = pending.peek();
  const lineEnds = computed(() => connection.settings.value?.lineEnds ?? started?.lineEnds ?? "lf");

  const mayWrite = computed(() => connection.ending.value === null && (connection.role.value?.mayWrite ?? true));
  const meetRefusal = (code: number, reason: string): void => {
    const denial = denialOf(code, reason);
    // Who was let in before reads on, and hears what happened.
    if (denial === null || connection.wasLetIn.peek()) return;
    const isWorthTrying = dropRefused(id, credentials, denial);
    if (isWorthTrying) reopen();
    else if (!connection.isLoaded.peek()) forgetExcerpt(id);
  };

  const careForCopy = (): void => {
    withRest(() => import("./copy-care.ts")).then(
      ({ careForCopy }) => {
        if (isClosed) return;
        stopCaring?.();
        stopCaring = careForCopy(connection, (words) => {
          fault.value = words;
        });
      },
      // Without a network the part may not come: the copy is kept all the same, and nobody hears when that ends.
      (error: unknown) => console.warn("nobody looks after this device's copy", error),
    );
  };
  let stopCaring: (() => void) | null = null;
  let isClosed = false;
  const stops = [
    effect(() => {
      const { id, name, hue } = self();
      // The server puts the person in its place for everybody else; one's other tabs are known by it.
      const person = connection.role.value?.person ?? id;
      awareness.setLocalStateField("user", { id: person, name, hue, color: palette(hue) });
    }),
    effect(() => {
      if (connection.wasLetIn.value) keepAdmitted(id, credentials, connection.role.peek()?.role ?? null);
    }),
    effect(() => {
      const { value } = connection.ending;
      if (value !== null) meetRefusal(value.code, value.reason);
    }),
    effect(() => {
      document.documentElement.dataset["saveState"] = connection.saveState.value.kind;
    }),
    effect(() => {
      if (!connection.isLoaded.value) return;
      readBeginning();
      // What is not needed for the text comes after it.
      if (!isClosed) careForCopy();
    }),
    effect(() => {
      if (!connection.isLoaded.value || connection.ending.value !== null) return;
      const excerpt = excerptOf(beginning.value, name.value);
      const opened = { id: connection.documentId, title: name.value, excerpt, openedAt: Date.now() };
      const others = whoIsHere.people.value.filter(({ isSelf }) => !isSelf).map(({ hue }) => hue);
      // Whoever has left was there all the same.
      rememberOpened(others.length === 0 ? opened : { ...opened, company: others.slice(0, mostCompany) });
    }),
  ];

  return {
    connection,
    people: whoIsHere.people,
    beginning,
    title,
    titleFallback,
    name,
    language,
    detectedLanguage,
    lineEnds,
    mayWrite,
    facts,
    fault,
    tellTooLong() {
      fault.value = words().text.tooLong(connection.limits.value.textLength);
    },
    async changeSettings(change) {
      const changed = await changeSettings(id, change, words().status.notChanged, credentials);
      fault.value = changed.ok ? "" : changed.message;
    },
    async rename(newTitle) {
      const before = pending.peek();
      if (before === null) return changeTitle(id, newTitle, credentials);
      pending.value = { ...before, title: newTitle };
      keepPending(id, pending.value);
      return { ok: true, value: undefined };
    },
    close() {
      isClosed = true;
      stopCaring?.();
      for (const stop of stops) stop();
      whoIsHere.stop();
      text.unobserve(readBeginningSoon);
      clearTimeout(timer);
      delete document.documentElement.dataset["saveState"];
      connection.leave();
    },
  };
}
