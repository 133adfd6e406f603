/** What stands on the browser's tab: the document's name, and whether others are here while one looks elsewhere. */

import { effect, type ReadonlySignal, signal } from "@preact/signals-core";
import type { Person } from "./people.ts";

/**
 * `count` people are here, oneself too; alone, nobody is counted. `hasArrived`: somebody came while the tab was not
 * looked at. First what can be read on a narrow tab.
 */
export function tabTitle(name: string, count: number, hasArrived: boolean): string {
  return `${hasArrived && count > 1 ? "• " : ""}${count > 1 ? `(${count}) ` : ""}${name} · Samepage`;
}

/** Keeps the title of `page` up to date; what is returned ends it. */
export function followTabTitle(
  page: Document,
  name: ReadonlySignal<string>,
  people: ReadonlySignal<readonly Person[]>,
): () => void {
  const hasArrived = signal(false);
  let known: ReadonlySet<string> | null = null;
  const stops = [
    effect(() => {
      const keys = new Set(people.value.map(({ key }) => key));
      const news = known === null ? [] : [...keys].filter((key) => !known?.has(key));
      // Whoever was here before is not new when the connection is back.
      if (keys.size > 1 || known === null) known = new Set([...(known ?? []), ...keys]);
      if (news.length > 0 && page.hidden) hasArrived.value = true;
    }),
    effect(() => {
      page.title = tabTitle(name.value, people.value.length, hasArrived.value);
    }),
  ];
  const look = (): void => {
    if (!page.hidden) hasArrived.value = false;
  };
  page.addEventListener("visibilitychange", look);
  return () => {
    page.removeEventListener("visibilitychange", look);
    for (const stop of stops) stop();
  };
}
