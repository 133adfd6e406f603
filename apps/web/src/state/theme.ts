/** Light or dark: as the system says, unless a person chose. */

import { effect, signal } from "@preact/signals-core";
import { readStored, writeStored } from "./stored.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const key = "samepage:theme";

export const theme = signal<Theme>("system");

/** Shows the stored choice and follows changes from then on. */
export function followTheme(root: HTMLElement): void {
  theme.value = themes.find((each) => each === readStored(key)) ?? "system";
  effect(() => {
    if (theme.value === "system") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme.value);
    writeStored(key, theme.value);
  });
}
