/**
 * HTML with places that only the whole text can fill: numbers of footnotes, ids of headings, lines. No text can have
 * the sign that marks them, because Markdown replaces it (U+0000).
 */

export type SlotKind = "footnote" | "heading" | "line";

export interface Slot {
  readonly kind: SlotKind;
  readonly value: string;
}

/** The sign of a place that is to be filled. */
export function slot(kind: SlotKind, value: string): string {
  return `\0${kind}:${value}\0`;
}

/** HTML at even places, what is to be filled at odd ones. */
export type Template = readonly string[];

export function templateOf(html: string): Template {
  return html.split("\0");
}

/** The places of `template` that depend on other blocks, in their order. */
export function slotsOf(template: Template): readonly Slot[] {
  const slots = template.filter((_part, index) => index % 2 === 1).map(readSlot);
  return slots.filter(({ kind }) => kind !== "line");
}

function readSlot(part: string): Slot {
  const colon = part.indexOf(":");
  const kind = part.slice(0, colon);
  return { kind: kind === "footnote" || kind === "heading" ? kind : "line", value: part.slice(colon + 1) };
}

/** The HTML, with what `fill` gives in each place. */
export function fillTemplate(template: Template, fill: (slot: Slot) => string): string {
  return template.map((part, index) => (index % 2 === 1 ? fill(readSlot(part)) : part)).join("");
}
