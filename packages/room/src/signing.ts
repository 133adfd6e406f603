/**
 * Signing what people show of themselves: whose state it is says the room, so that nobody appears as somebody else. A
 * name is chosen by the person, made plain, and made different from those of the others.
 */

import { type Room, trafficOf } from "./room-state.ts";
import type { Session, SocketId } from "./session.ts";

/** UTF-16 code units of a name. */
const nameLength = 40;

/** What is called nothing that can be seen. */
const nameless = "Guest";

/** Colours of the palette; a peer's own words never become a style. */
const hues = 10;

/**
 * What cannot be seen, or changes how what follows is shown: controls, formats (zero-width, directions, tags),
 * private and unassigned ones, surrogates, marks that make nothing visible, and letters that are drawn as nothing.
 */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800\u3164\uFFA0\u115F\u1160\uFFFC]/gu;

/** The JSON of `state`, an object, with its `user` signed; the name that it was signed with, and the one it asked for. */
export function sign(
  room: Room,
  socket: SocketId,
  session: Session,
  state: string,
): { readonly state: string; readonly name: string; readonly wanted: string } {
  const told: Record<string, unknown> = JSON.parse(state);
  const user = isRecord(told["user"]) ? told["user"] : {};
  const wanted = typeof user["name"] === "string" ? user["name"] : "";
  const traffic = trafficOf(room, socket);
  // A caret that moves brings the same name each time.
  const isKnown = session.name !== null && traffic.wantedName === wanted;
  const name = isKnown ? session.name : freeName(room, socket, session.person, cleanName(wanted));
  traffic.wantedName = wanted;
  const hue = user["hue"];
  const color = user["color"];
  const signed = {
    id: session.person,
    name,
    ...(typeof hue === "number" && Number.isInteger(hue) && hue >= 0 && hue < hues ? { hue } : {}),
    ...(typeof color === "string" && /^#[0-9a-f]{3,8}$/i.test(color) ? { color } : {}),
  };
  return { state: JSON.stringify({ ...told, user: signed }), name, wanted };
}

/** As many UTF-16 code units as signing may add to a state. */
export const signatureLength = 160;

/** `name` in one line of what can be seen, and no longer than a name is. */
function cleanName(name: string): string {
  // Longer ones are cut first: what follows costs by their length.
  const plain = name
    .slice(0, 10 * nameLength)
    .toWellFormed()
    .normalize("NFC")
    .replace(unseen, "");
  const oneLine = plain.replace(/[\p{Z}\s]+/gu, " ").trim();
  const short = oneLine.slice(0, nameLength);
  // Not through the middle of a character, of which half is nothing.
  const whole = short.isWellFormed() ? short : short.slice(0, -1);
  return whole.trim() === "" ? nameless : whole.trim();
}

/**
 * `name`, or with a number behind it if somebody else here has it. All tabs of one person have one name.
 */
function freeName(room: Room, socket: SocketId, person: string, name: string): string {
  const taken = new Set<string>();
  for (const [other, session] of room.sessions) {
    if (session.name === null) continue;
    if (session.person !== person) taken.add(folded(session.name));
    else if (other !== socket && isNumbered(session.name, name)) return session.name;
  }
  if (!taken.has(folded(name))) return name;
  for (let number = 2; ; number += 1) {
    const suffix = ` ${number}`;
    const numbered = withSuffix(name, suffix);
    if (!taken.has(folded(numbered))) return numbered;
  }
}

function isNumbered(given: string, wanted: string): boolean {
  const suffix = / \d+$/.exec(given)?.[0] ?? "";
  return given === wanted || (suffix !== "" && given === withSuffix(wanted, suffix));
}

function withSuffix(name: string, suffix: string): string {
  const short = name.slice(0, nameLength - suffix.length);
  return (short.isWellFormed() ? short : short.slice(0, -1)).trimEnd() + suffix;
}

/** What looks alike is the same. */
function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
