/** Who is here now and who was removed, for the owner. */

import type { Link, PersonHere } from "../connection/sharing-api.ts";
import { initials } from "../state/people.ts";
import type { Sharing } from "../state/sharing.ts";
import { abilities, timeWords } from "../state/sharing-words.ts";
import { ConfirmedButton } from "./confirmed-button.tsx";

export function SharePeople({ sharing, links }: { sharing: Sharing; links: readonly Link[] }) {
  const { people, removed } = sharing.people.value;
  const others = people.filter(({ role }) => role !== "owner");
  return (
    <details class="part">
      <summary>
        People here <span class="count">{others.length}</span>
      </summary>
      {others.length === 0 && <p>Nobody but you is here just now.</p>}
      <ul class="rows">
        {others.map((person) => (
          <li key={person.id}>
            <span class={`avatar hue-${person.hue ?? 0}`} data-initials={initials(nameOf(person))} aria-hidden="true" />
            <div>
              <span class="name">{nameOf(person)}</span>
              <span class="facts">
                can {abilities[person.role]} · {wayOf(person, links)}
              </span>
            </div>
            <ConfirmedButton
              word="Remove"
              about={nameOf(person)}
              question={
                "They are cut off at once, and this device of theirs is kept out. With another browser and a way in they " +
                "can come back: revoke the link they came by, or let the address give less."
              }
              onConfirmed={() => sharing.removePerson(person.id)}
            />
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <>
          <h3>Removed</h3>
          <ul class="rows">
            {removed.map((person) => (
              <li key={person.id}>
                <div>
                  <span class="name">{person.name}</span>
                  <span class="facts">{timeWords(person.removed)}</span>
                </div>
                <button
                  type="button"
                  class="quiet"
                  aria-label={`Let back in: ${person.name}`}
                  onClick={() => sharing.letBack(person.id)}
                >
                  Let back in
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function nameOf({ name }: PersonHere): string {
  return name ?? "Guest";
}

function wayOf({ linkId }: PersonHere, links: readonly Link[]): string {
  if (linkId === null) return "by the address";
  const label = links.find(({ id }) => id === linkId)?.label ?? "";
  return label === "" ? "by a link" : `by “${label}”`;
}
