/** Which languages the interface speaks, and which of them somebody is best served with. Knows no text. */

/** As BCP 47 tags; the first is what is shown when nothing else fits. */
export const locales = ["en", "de", "es", "fr", "ja", "zh-Hans", "ar"] as const;

export type Locale = (typeof locales)[number];

export interface Naming {
  /** Its own name for itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

export const namings: Readonly<Record<Locale, Naming>> = {
  en: { name: "English", direction: "ltr" },
  de: { name: "Deutsch", direction: "ltr" },
  es: { name: "Español", direction: "ltr" },
  fr: { name: "Français", direction: "ltr" },
  ja: { name: "日本語", direction: "ltr" },
  "zh-Hans": { name: "简体中文", direction: "ltr" },
  ar: { name: "العربية", direction: "rtl" },
};

/**
 * The language for somebody who prefers `wanted`, best first, as a browser tells them. A language that they name comes
 * before another script of one that they name earlier: who asks for Traditional Chinese, then English, gets English; who
 * asks for Traditional Chinese alone gets the Simplified.
 */
export function bestLocale(wanted: readonly string[]): Locale {
  const known = locales.map((locale) => ({ locale, ...parts(locale) }));
  const asked = wanted.map(parts);
  const inScript = asked.map(({ language, script }) =>
    known.find((each) => each.language === language && each.script === script),
  );
  const inAnyScript = asked.map(({ language }) => known.find((each) => each.language === language));
  return [...inScript, ...inAnyScript].find((found) => found !== undefined)?.locale ?? locales[0];
}

function parts(tag: string): { readonly language?: string; readonly script?: string | undefined } {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return { language, script };
  } catch (error) {
    if (error instanceof RangeError) return {}; // Some environments name what is no language, such as "C".
    throw error;
  }
}
