/** Light or dark: as the system says, unless a person chose. */

import { effect } from "@preact/signals-core";
import { preferences } from "./preferences.ts";

/** Shows the chosen theme on `root` and follows changes from then on. */
export function followTheme(root: HTMLElement): void {
  effect(() => {
    const { value } = preferences.theme;
    if (value === "system") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", value);
  });
}
