/** The changes from one list of pieces to another: what stays is not sent, and not drawn, again. */

import type { Piece, PieceChange } from "./messages.ts";

/** In linear time: equal beginnings and ends stay, and between them what comes again in the same order. */
export function pieceChanges(before: readonly Piece[], after: readonly Piece[]): readonly PieceChange[] {
  const changes = new ChangeList();
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start]?.html === after[start]?.html) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end)?.html === after.at(-1 - end)?.html) end += 1;

  const places = new Map<string, number[]>();
  for (let at = before.length - end - 1; at >= start; at -= 1) {
    const html = before[at]?.html ?? "";
    const found = places.get(html);
    if (found === undefined) places.set(html, [at]);
    else found.push(at);
  }
  let done = 0;
  for (const [index, piece] of after.entries()) {
    const isEnd = index >= after.length - end;
    const place = index < start ? index : isEnd ? index - after.length + before.length : takePlace(places, piece, done);
    if (place === undefined) {
      changes.insert(piece);
      continue;
    }
    changes.remove(place - done);
    changes.keep(before[place]?.lines === piece.lines ? null : piece.lines);
    done = place + 1;
  }
  changes.remove(before.length - done);
  return changes.list;
}

/** The first place of the same piece that is not behind what was taken. */
function takePlace(places: Map<string, number[]>, piece: Piece, done: number): number | undefined {
  const found = places.get(piece.html);
  while (found !== undefined && found.length > 0) {
    const place = found.pop();
    if (place !== undefined && place >= done) return place;
  }
  return undefined;
}

class ChangeList {
  readonly list: PieceChange[] = [];
  #kept = 0;
  #inserted: Piece[] = [];

  insert(piece: Piece): void {
    this.#flushKept();
    if (this.#inserted.length === 0) this.list.push({ insert: this.#inserted });
    this.#inserted.push(piece);
  }

  remove(count: number): void {
    if (count === 0) return;
    this.#flushKept();
    this.#inserted = [];
    this.list.push({ remove: count });
  }

  keep(lines: number | null): void {
    this.#inserted = [];
    if (lines === null) {
      this.#kept += 1;
      return;
    }
    this.#flushKept();
    this.list.push({ lines });
  }

  /** What stays to the end need not be said. */
  #flushKept(): void {
    if (this.#kept > 0) this.list.push({ keep: this.#kept });
    this.#kept = 0;
  }
}
