/** The language of the interface: as the browser asks for it, unless a person chose. */

import { effect } from "@preact/signals-core";
import { bestLocale, namings } from "../words/locales.ts";
import { locale, speak, words } from "../words/words.ts";
import { preferences } from "./preferences.ts";
import { toast } from "./toasts.ts";

/**
 * Shows the page in the person's language, says on `root` which one it is, and follows changes from then on. What is
 * returned resolves when the first one is there; where it cannot be loaded, the page is in English.
 */
export async function followLanguage(root: HTMLElement): Promise<void> {
  const say = (): Promise<void> => {
    const { value } = preferences.language;
    return speak(value === "auto" ? bestLocale(navigator.languages) : value);
  };
  const tell = (): void => void toast(words().app.partMissing);
  let spoken: Promise<void> | undefined;
  effect(() => {
    const saying = say();
    if (spoken === undefined) spoken = saying;
    else saying.catch(tell);
  });
  window.addEventListener("languagechange", () => say().catch(tell));
  effect(() => {
    root.lang = locale();
    root.dir = namings[locale()].direction;
  });
  await spoken?.catch(tell);
}
