/** Who is here, as the owner is told. */

import { type Role, roles } from "@samepage/access";
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

/** Each person once, however many tabs they have, with what they may most; in the order of their coming. */
export function peopleIn(room: Room): readonly PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { person: id, name, state, role, link } of room.sessions.values()) {
    const known = people.get(id);
    const isMore = known === undefined || roles.indexOf(role) > roles.indexOf(known.role);
    const person = isMore ? { id, name, hue: hueOf(state), role, link } : known;
    people.set(id, {
      ...person,
      name: person.name ?? known?.name ?? name,
      hue: person.hue ?? known?.hue ?? hueOf(state),
    });
  }
  return [...people.values()];
}

/** The hue in a state that was signed, which has a good one or none. */
function hueOf(state: string | null): number | null {
  if (state === null) return null;
  const { user }: { user?: { hue?: number } } = JSON.parse(state);
  return user?.hue ?? null;
}
