/**
 * The interface's text in the person's language. English is in the first load; of other languages, and of what is
 * loaded on demand, only what is needed comes. Reading them while drawing draws again when the language changes.
 */

import { computed, type Signal, signal } from "@preact/signals-core";
import type { First, Rest } from "./catalogue.ts";
import { first as english } from "./en/first.ts";
import type { Locale } from "./locales.ts";

export type { First, Rest };

interface Loads {
  first(): Promise<First>;
  rest(): Promise<Rest>;
}

const loads: Readonly<Record<Locale, Loads>> = {
  en: { first: async () => english, rest: async () => (await import("./en/rest.ts")).rest },
  de: translation(
    () => import("./de/first.ts"),
    () => import("./de/rest.ts"),
  ),
  es: translation(
    () => import("./es/first.ts"),
    () => import("./es/rest.ts"),
  ),
  fr: translation(
    () => import("./fr/first.ts"),
    () => import("./fr/rest.ts"),
  ),
  ja: translation(
    () => import("./ja/first.ts"),
    () => import("./ja/rest.ts"),
  ),
  "zh-Hans": translation(
    () => import("./zh-Hans/first.ts"),
    () => import("./zh-Hans/rest.ts"),
  ),
  ar: translation(
    () => import("./ar/first.ts"),
    () => import("./ar/rest.ts"),
  ),
};

function translation(
  loadFirst: () => Promise<{ readonly first: First }>,
  loadRest: () => Promise<{ readonly rest: Rest }>,
): Loads {
  return { first: async () => (await loadFirst()).first, rest: async () => (await loadRest()).rest };
}

const current: Signal<{ readonly locale: Locale; readonly first: First; readonly rest: Rest | null }> = signal({
  locale: "en",
  first: english,
  rest: null,
});

/** The language that is asked for, while its words are on their way. */
let wantedLocale: Locale = "en";

/** The tag of the language that is shown, for `<html lang>`. */
export function locale(): Locale {
  return current.value.locale;
}

const format = computed(() => {
  const shown = new Intl.Locale(locale());
  const own = globalThis.navigator?.languages.find(
    (tag) => tag === shown.language || tag.startsWith(`${shown.language}-`),
  );
  // One kind of digits: those of the line numbers, and of most that people write beside them.
  return new Intl.Locale(own ?? shown, { numberingSystem: "latn" }).toString();
});

/**
 * The tag for `Intl`: the person's own region of the language that is shown, such as `en-GB`, where the browser tells it,
 * so that a date is written as at home.
 */
export function formatLocale(): string {
  return format.value;
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
  const loaded = await loads[locale].rest();
  // Somebody may have chosen another language meanwhile, whose words came with it.
  if (current.peek().locale === locale) current.value = { ...current.peek(), rest: loaded };
  else await loadRest();
}

/** Shows the interface in `wanted` from now on; rejects, and stays as it is, where its words cannot be loaded. */
export async function speak(wanted: Locale): Promise<void> {
  wantedLocale = wanted;
  if (current.peek().locale === wanted) return;
  const hasRest = (): boolean => current.peek().rest !== null;
  const [first, soon] = await Promise.all([loads[wanted].first(), hasRest() ? loads[wanted].rest() : null]);
  // A part that needs it may have come meanwhile.
  const rest = hasRest() ? (soon ?? (await loads[wanted].rest())) : null;
  // Of several that are asked for, the last one is shown, whichever comes last.
  if (wantedLocale === wanted) current.value = { locale: wanted, first, rest };
}
