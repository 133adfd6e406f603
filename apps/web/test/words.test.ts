import { beforeAll, describe, expect, test } from "vitest";
import { bestLocale, type Locale, locales, namings } from "../src/words/locales.ts";
import { pluralOf } from "../src/words/plural.ts";

type Value = string | readonly string[] | ((...parameters: unknown[]) => string);

/** Each text of a catalogue by its path, such as `saveState.reasons.refused`. */
type Texts = ReadonlyMap<string, Value>;

const others = locales.filter((locale) => locale !== "en");
const english = new Map<string, Value>();
const translated = new Map<Locale, Texts>();

beforeAll(async () => {
  for (const [path, value] of await textsOf("en")) english.set(path, value);
  for (const locale of others) translated.set(locale, await textsOf(locale));
});

async function textsOf(locale: Locale): Promise<Texts> {
  const { first } = await import(`../src/words/${locale}/first.ts`);
  const { rest } = await import(`../src/words/${locale}/rest.ts`);
  return new Map([...leaves(first, "first"), ...leaves(rest, "rest")]);
}

function leaves(value: unknown, path: string): [string, Value][] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}.${key}`));
  }
  if (isText(value)) return [[path, value]];
  throw new Error(`${path} is no text`);
}

function isText(value: unknown): value is Value {
  return typeof value === "string" || typeof value === "function" || Array.isArray(value);
}

/** What a text with parameters says of numbers, each another one, which do for names as well. */
function said(text: (...parameters: unknown[]) => string, from = 41): string {
  return text(...Array.from({ length: text.length }, (_, index) => String(from + index)));
}

/** Said the same in every language. */
const names = ["Markdown", "Aa", "Vim", "Emacs", "Ctrl", "Alt", "Shift", "Win", "CRLF"];

/** Said the same in English and in one other language. */
const sameWords: Partial<Record<Locale, readonly string[]>> = {
  de: ["Text", "Links", "Link", "Code", "Format", "Name", "Indigo", "Magenta", "Tabs", "Proportional"],
  es: ["Magenta"],
  fr: ["Notifications", "Document", "description", "Code", "Indigo", "Violet", "Magenta", "Indentation"],
};

describe.each(others)("the words of %s", (locale) => {
  const texts = (): Texts => translated.get(locale) ?? new Map();

  test("are all there, and no others", () => {
    expect([...texts().keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("are of the same kind as the English ones", () => {
    for (const [path, text] of texts()) {
      expect([path, typeof text, Array.isArray(text)]).toEqual([
        path,
        typeof english.get(path),
        Array.isArray(english.get(path)),
      ]);
    }
  });

  test("are not English", () => {
    const left = [...texts()].filter(([path, text]) => {
      if (typeof text !== "string" || text !== english.get(path)) return false;
      return !names.includes(text) && !sameWords[locale]?.includes(text);
    });
    expect(left).toEqual([]);
  });

  test("say every parameter that the English ones say", () => {
    for (const [path, text] of texts()) {
      const model = english.get(path);
      if (typeof text !== "function" || typeof model !== "function") continue;
      const sample = (form: (...parameters: unknown[]) => string) =>
        form(...Array.from({ length: model.length }, (_, index) => String(41 + index)));
      for (const [parameter] of sample(model).matchAll(/4\d/g)) expect(sample(text), path).toContain(parameter);
    }
  });

  test("have a form for every count", () => {
    for (const [path, text] of texts()) {
      if (typeof text !== "function") continue;
      for (const count of [0, 1, 2, 3, 11, 100]) {
        expect(said(text, count), `${path} of ${count}`).toMatch(/^(?!.*(?:undefined|NaN|\[object|#$)).+$/su);
      }
    }
  });

  test("begin and end without a space, and stand in one line", () => {
    for (const [path, text] of texts()) {
      const strings = typeof text === "function" ? [said(text)] : [text].flat();
      for (const each of strings) expect(each, path).toMatch(/^\S(?:.*\S)?$/u);
    }
  });
});

test("lists of names are as long as the English ones, or longer", () => {
  for (const locale of others) {
    for (const [path, text] of translated.get(locale) ?? []) {
      if (Array.isArray(text))
        expect(text.length, `${locale} ${path}`).toBeGreaterThanOrEqual(english.get(path)?.length ?? 0);
    }
  }
});

test("French has a space that does not break before its high signs and within its quotation marks", () => {
  const strings = [...(translated.get("fr")?.values() ?? [])].flatMap((text) =>
    typeof text === "function" ? [said(text)] : text,
  );
  for (const each of strings) expect(each).not.toMatch(/[^\u00a0\u202f][:;!?»](?=\s|$)|«[^\u00a0\u202f]/u);
});

test("Arabic tells six counts apart, and none is of another language's rules", () => {
  const forms = { zero: "z", one: "o", two: "t", few: "f", many: "m", other: "r" };
  const plural = pluralOf("ar");
  expect([0, 1, 2, 3, 11, 100].map((count) => plural(count, forms))).toEqual(["z", "o", "t", "f", "m", "r"]);
});

test("every language names itself in itself", () => {
  expect(new Set(Object.values(namings).map(({ name }) => name)).size).toBe(locales.length);
});

describe("the language for somebody", () => {
  test("is the first of theirs that there is, in whatever region", () => {
    expect(bestLocale(["de-AT", "en"])).toBe("de");
    expect(bestLocale(["pt-BR", "fr-CA", "en"])).toBe("fr");
    expect(bestLocale(["es-419"])).toBe("es");
    expect(bestLocale(["ar-EG"])).toBe("ar");
    expect(bestLocale(["ja-JP-u-ca-japanese"])).toBe("ja");
  });

  test("is English where there is none of theirs, or what they ask for is no language", () => {
    expect(bestLocale(["pt-PT"])).toBe("en");
    expect(bestLocale([])).toBe("en");
    expect(bestLocale(["C", "", "en_US", "*"])).toBe("en");
  });

  test("is Simplified Chinese for whoever reads that, and for others only where they name nothing else that there is", () => {
    expect(bestLocale(["zh"])).toBe("zh-Hans");
    expect(bestLocale(["zh-CN"])).toBe("zh-Hans");
    expect(bestLocale(["zh-Hans-HK"])).toBe("zh-Hans");
    expect(bestLocale(["zh-TW"])).toBe("zh-Hans");
    expect(bestLocale(["zh-TW", "ja"])).toBe("ja");
  });
});
