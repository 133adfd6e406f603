/** Who is here now and who was removed, for the owner. */

import type { Link, PersonHere } from "../connection/sharing-api.ts";
import { initials } from "../state/people.ts";
import type { Sharing } from "../state/sharing.ts";
import { timeWords } from "../state/sharing-words.ts";
import { words as firstWords, rest } from "../words/words.ts";
import { ConfirmedButton } from "./confirmed-button.tsx";

export function SharePeople({ sharing, links }: { sharing: Sharing; links: readonly Link[] }) {
  const { sharing: words } = rest();
  const { people, removed } = sharing.people.value;
  const others = people.filter(({ role }) => role !== "owner");
  return (
    <details class="part">
      <summary>
        {words.people} <span class="count">{others.length}</span>
      </summary>
      {others.length === 0 && <p>{words.nobody}</p>}
      <ul class="rows">
        {others.map((person) => (
          <li key={person.id}>
            <span class={`avatar hue-${person.hue ?? 0}`} data-initials={initials(nameOf(person))} aria-hidden="true" />
            <div>
              <span class="name">{nameOf(person)}</span>
              <span class="facts">
                {words.can[person.role]} · {wayOf(person, links)}
              </span>
            </div>
            <ConfirmedButton
              word={words.remove}
              about={nameOf(person)}
              question={words.removeQuestion}
              onConfirmed={() => sharing.removePerson(person.id)}
            />
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <>
          <h3>{words.removedHeading}</h3>
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
                  aria-label={words.about(words.letBack, person.name)}
                  onClick={() => sharing.letBack(person.id)}
                >
                  {words.letBack}
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
  return name ?? firstWords().people.guest;
}

function wayOf({ linkId }: PersonHere, links: readonly Link[]): string {
  const { sharing: words } = rest();
  if (linkId === null) return words.byAddress;
  const label = links.find(({ id }) => id === linkId)?.label ?? "";
  return label === "" ? words.byALink : words.byLink(label);
}
