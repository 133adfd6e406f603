/** Who is here, as the owner is told. */

import type { Role } from "@samepage/access";
import type { Room } from "./room-state.ts";

export interface PersonHere {
  /** The public id of the person. */
  readonly id: string;
  /** The name that others see; null: none is shown. */
  readonly name: string | null;
  /** Index into the palette; null: none is shown. */
  readonly hue: number | null;
  readonly role: Role;
  /** The id of the link by which they came; null: by the bare address. */
  readonly link: string | null;
}

/** Each person once, however many tabs they have, in the order of their coming. */
export function peopleIn(room: Room): readonly PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { person: id, name, state, role, link } of room.sessions.values()) {
    if ((people.get(id)?.name ?? null) === null) people.set(id, { id, name, hue: hueOf(state), role, link });
  }
  return [...people.values()];
}

/** The hue in a state that was signed, which has a good one or none. */
function hueOf(state: string | null): number | null {
  if (state === null) return null;
  const { user }: { user?: { hue?: number } } = JSON.parse(state);
  return user?.hue ?? null;
}
