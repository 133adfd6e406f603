/** A colour for each contestant, the same in every plot: a variable of the page, because light and dark differ. */

const colours: Readonly<Record<string, string>> = {
  Samepage: "var(--samepage)",
  "y-websocket": "var(--y-websocket)",
  Hocuspocus: "var(--hocuspocus)",
  "y-partyserver": "var(--y-partyserver)",
};

/** Bounds, and what is no contestant, are grey. */
export function colourOf(contestant: string): string {
  return colours[contestant] ?? "var(--ink-3)";
}
