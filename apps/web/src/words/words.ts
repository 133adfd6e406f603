/**
 * The interface's text in the person's language. English is in the first load; of other languages, and of what is
 * loaded on demand, only what is needed comes. Reading them while drawing draws again when the language changes.
 */

import { type Signal, signal } from "@preact/signals-core";
import type { Catalogue } from "./catalogue.ts";
import { first as english } from "./en/first.ts";
import type { rest as englishRest } from "./en/rest.ts";

/** What is shown with the first text. */
export type First = Catalogue<typeof english>;

/** What belongs to parts that are loaded on demand. */
export type Rest = Catalogue<typeof englishRest>;

interface Language {
  /** Its own name for itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  first(): Promise<First>;
  rest(): Promise<Rest>;
}

/** Every language that the interface speaks, as BCP 47 tags. */
export const locales = ["en"] as const;

export type Locale = (typeof locales)[number];

export const languages: Readonly<Record<Locale, Language>> = {
  en: {
    name: "English",
    direction: "ltr",
    first: async () => english,
    rest: async () => (await import("./en/rest.ts")).rest,
  },
};

const current: Signal<{ readonly locale: Locale; readonly first: First; readonly rest: Rest | null }> = signal({
  locale: "en",
  first: english,
  rest: null,
});

/** The tag of the language that is shown, for `Intl` and `<html lang>`. */
export function locale(): Locale {
  return current.value.locale;
}

/**
 * The tag for `Intl`: the person's own region of the language that is shown, such as `en-GB`, where the browser tells it,
 * so that a date is written as at home.
 */
export function formatLocale(): string {
  const shown = locale();
  const { language } = new Intl.Locale(shown);
  return globalThis.navigator?.languages?.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? shown;
}

export function words(): First {
  return current.value.first;
}

/** @throws Error where the part that asks was not loaded through `withRest` */
export function rest(): Rest {
  const { rest } = current.value;
  if (rest === null) throw new Error("the words of parts that are loaded on demand are not there: use withRest");
  return rest;
}

/** What `load` gives, with the words of what is loaded on demand there before it. */
export async function withRest<Value>(load: () => Promise<Value>): Promise<Value> {
  const [value] = await Promise.all([load(), loadRest()]);
  return value;
}

async function loadRest(): Promise<void> {
  if (current.peek().rest !== null) return;
  const { locale } = current.peek();
  const loaded = await languages[locale].rest();
  // Somebody may have chosen another language meanwhile, whose words came with it.
  if (current.peek().locale === locale) current.value = { ...current.peek(), rest: loaded };
  else await loadRest();
}

/** Shows the interface in `wanted` from now on; rejects, and stays as it is, where its words cannot be loaded. */
export async function speak(wanted: Locale): Promise<void> {
  const needsRest = current.peek().rest !== null;
  const [first, rest] = await Promise.all([languages[wanted].first(), needsRest ? languages[wanted].rest() : null]);
  current.value = { locale: wanted, first, rest };
}
