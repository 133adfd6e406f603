/** Where in the text the window's top is, and back: by the pieces' lines, and by the lines that their blocks are marked with. */

import { firstVisible, type ShownPiece } from "./page-view.ts";

interface Place {
  readonly line: number;
  /** In pixels from the window's top. */
  readonly top: number;
}

/** The places in `piece` whose lines are known, from its start to its end, both rising. */
function placesIn({ element, lines }: ShownPiece, line: number, attribute: string): readonly Place[] {
  const box = element.getBoundingClientRect();
  const places: Place[] = [{ line, top: box.top }];
  for (const marked of element.querySelectorAll(`[${attribute}]`)) {
    const place = { line: line + Number(marked.getAttribute(attribute)), top: marked.getBoundingClientRect().top };
    const last = places.at(-1);
    if (last !== undefined && place.line > last.line && place.top >= last.top && place.line < line + lines) {
      places.push(place);
    }
  }
  return [...places, { line: line + lines, top: box.bottom }];
}

/** The line at the top of the window, counted from 0, with the part of it that is above. */
export function lineAtTop(pieces: readonly ShownPiece[], attribute: string): number {
  const first = firstVisible(pieces);
  const start = pieces.slice(0, first).reduce((sum, { lines }) => sum + lines, 0);
  const piece = pieces[first];
  if (piece === undefined) return 0;
  const places = placesIn(piece, start, attribute);
  const next = places.findIndex(({ top }) => top > 0);
  const to = places[next];
  const from = places[next - 1];
  if (to === undefined || from === undefined) return start;
  const part = to.top === from.top ? 0 : -from.top / (to.top - from.top);
  return from.line + part * (to.line - from.line);
}

/** Brings `line` to the top of the window. */
export function scrollToLine(pieces: readonly ShownPiece[], line: number, attribute: string): void {
  let start = 0;
  let found: ShownPiece | undefined;
  for (const piece of pieces) {
    found = piece;
    if (start + piece.lines > line) break;
    start += piece.lines;
  }
  if (found === undefined) return;
  const places = placesIn(found, start, attribute);
  const next = places.findIndex((place) => place.line > line);
  const to = places[next === -1 ? places.length - 1 : next];
  const from = places[next === -1 ? places.length - 1 : next - 1];
  if (to === undefined || from === undefined) return;
  const part = to.line === from.line ? 0 : (line - from.line) / (to.line - from.line);
  scrollBy({ top: line <= 0 ? -scrollY : from.top + part * (to.top - from.top), behavior: "instant" });
}
