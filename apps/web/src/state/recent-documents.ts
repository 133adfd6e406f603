/** The documents opened on this device, newest first. They are known to this browser only. */

import { signal } from "@preact/signals-core";
import { dropLinkKey } from "./link-keys.ts";
import { readStored, writeStored } from "./stored.ts";

export interface RecentDocument {
  readonly id: string;
  readonly title: string;
  /** The beginning of its text. */
  readonly excerpt: string;
  /** When it was last open here, in milliseconds since 1970. */
  readonly openedAt: number;
}

const key = "samepage:recent";
const most = 200;

/** `list` with `opened` at its head, and no longer than is useful. */
export function withOpened(list: readonly RecentDocument[], opened: RecentDocument): readonly RecentDocument[] {
  return [opened, ...list.filter(({ id }) => id !== opened.id)].slice(0, most);
}

/** Those whose title or excerpt holds every word of `query`. */
export function findIn(list: readonly RecentDocument[], query: string): readonly RecentDocument[] {
  const words = query.toLowerCase().split(/\s+/);
  return list.filter(({ title, excerpt }) => {
    const text = `${title} ${excerpt}`.toLowerCase();
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

/** Takes a document off the list, with the key of the link to it; the document itself stays where it is. */
export function forget(id: string): void {
  replace(recentDocuments().filter((document) => document.id !== id));
  dropLinkKey(id);
}

/** Keeps nothing of the text of a document on the list: one may not read it any more. */
export function forgetExcerpt(id: string): void {
  replace(recentDocuments().map((document) => (document.id === id ? { ...document, excerpt: "" } : document)));
}

function replace(list: readonly RecentDocument[]): void {
  writeStored(key, list);
  recentChanges.value = recentChanges.peek() + 1;
}

function isRecent(value: unknown): value is RecentDocument {
  if (typeof value !== "object" || value === null) return false;
  const { id, title, excerpt, openedAt } = value as Partial<Record<keyof RecentDocument, unknown>>;
  return [id, title, excerpt].every((part) => typeof part === "string") && typeof openedAt === "number";
}
