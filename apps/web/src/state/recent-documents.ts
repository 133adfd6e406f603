/** The documents opened on this device, newest first. They are known to this browser only. */

import { signal } from "@preact/signals-core";
import { dropLinkKey, keepLinkKey, linkKey } from "./link-keys.ts";
import { hues } from "./people.ts";
import { readStored, writeStored } from "./stored.ts";

export interface RecentDocument {
  readonly id: string;
  readonly title: string;
  /** The beginning of its text. */
  readonly excerpt: string;
  /** When it was last open here, in milliseconds since 1970. */
  readonly openedAt: number;
  /** The hues of the others who were there last, a few of them. */
  readonly company?: readonly number[];
  readonly isPinned?: boolean;
  /** What it is called on this list alone, by somebody who may not give it another title. */
  readonly localTitle?: string;
}

const key = "samepage:recent";
const most = 200;

/** `list` with `opened` at its head, and no longer than is useful. What somebody chose for its place here stays. */
export function withOpened(list: readonly RecentDocument[], opened: RecentDocument): readonly RecentDocument[] {
  const known = list.find(({ id }) => id === opened.id);
  const { company = known?.company } = opened;
  const head = { ...known, ...opened, ...(company === undefined ? {} : { company }) };
  const all = [head, ...list.filter(({ id }) => id !== opened.id)];
  return all.filter(({ isPinned }, index) => index < most || isPinned === true);
}

/** What it is called on the list. */
export function listedTitle({ localTitle, title }: RecentDocument): string {
  return localTitle ?? title;
}

/** Those that are pinned first; as they are else. */
export function pinnedFirst(list: readonly RecentDocument[]): readonly RecentDocument[] {
  return list.toSorted((one, other) => Number(other.isPinned === true) - Number(one.isPinned === true));
}

/** Those whose title or excerpt holds every word of `query`. */
export function findIn(list: readonly RecentDocument[], query: string): readonly RecentDocument[] {
  const words = query.toLowerCase().split(/\s+/);
  return list.filter((document) => {
    const text = `${listedTitle(document)} ${document.title} ${document.excerpt}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The first line of `text` that is not `title` itself, for the list. */
export function excerptOf(text: string, title: string): string {
  const lines = text.slice(0, 2_000).split("\n");
  const line = lines.find((each) => /[\p{L}\p{N}]/u.test(each) && !each.includes(title.replace(/…$/, "")));
  return (line ?? "").replace(/^[\s#>*-]+/, "").slice(0, 120);
}

/** The list as it is stored; entries that are not of this shape are left out. */
export function recentDocuments(): readonly RecentDocument[] {
  const stored = readStored(key);
  return Array.isArray(stored) ? stored.filter(isRecent) : [];
}

/** Counts up when the list changes in this tab. */
export const recentChanges = signal(0);

export function rememberOpened(opened: RecentDocument): void {
  replace(withOpened(recentDocuments(), opened));
}

/**
 * Takes a document off the list, with the key of the link to it; the document itself stays where it is. What is returned
 * puts both back.
 */
export function forget(id: string): () => void {
  const before = recentDocuments();
  const forgotten = before.find((document) => document.id === id);
  const key = linkKey(id);
  replace(before.filter((document) => document.id !== id));
  dropLinkKey(id);
  return () => {
    if (forgotten === undefined) return;
    const later = recentDocuments().filter((document) => document.id !== id);
    const place = later.findIndex(({ openedAt }) => openedAt < forgotten.openedAt);
    replace(later.toSpliced(place === -1 ? later.length : place, 0, forgotten));
    if (key !== null) keepLinkKey(id, key);
  };
}

/** Changes what the list says of a document, if it is on it. */
export function changeRecent(id: string, change: Partial<Omit<RecentDocument, "id" | "localTitle">>): void {
  replace(recentDocuments().map((document) => (document.id === id ? { ...document, ...change } : document)));
}

/** Gives a document a title on this list alone, or takes that away (null). */
export function nameHere(id: string, localTitle: string | null): void {
  const renamed = ({ localTitle: _before, ...document }: RecentDocument): RecentDocument =>
    localTitle === null ? document : { ...document, localTitle };
  replace(recentDocuments().map((document) => (document.id === id ? renamed(document) : document)));
}

/** Keeps nothing of the text of a document on the list: one may not read it any more. */
export function forgetExcerpt(id: string): void {
  changeRecent(id, { excerpt: "" });
}

function replace(list: readonly RecentDocument[]): void {
  writeStored(key, list);
  recentChanges.value = recentChanges.peek() + 1;
}

function isRecent(value: unknown): value is RecentDocument {
  if (typeof value !== "object" || value === null) return false;
  const { id, title, excerpt, openedAt, company, isPinned, localTitle } = value as Partial<
    Record<keyof RecentDocument, unknown>
  >;
  if (![id, title, excerpt].every((part) => typeof part === "string") || typeof openedAt !== "number") return false;
  if (company !== undefined && !(Array.isArray(company) && company.every(isHue))) return false;
  return ["undefined", "boolean"].includes(typeof isPinned) && ["undefined", "string"].includes(typeof localTitle);
}

function isHue(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < hues;
}
