/** Who is here, one avatar a person. A click follows a caret; one's own opens one's name and colour. */

import { useSignal, useSignalEffect } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals-core";
import { followed, peopleSheet, pointedAt } from "../state/following.ts";
import { initials, type Person } from "../state/people.ts";
import { words } from "../words/words.ts";

/** So many avatars fit beside the title, and a number of those who are not shown: it takes the room of one more. */
const mostShown = 5;
/** And so many on narrow pages, the narrowest first. */
const narrowPages = [
  { query: "(max-width: 360px)", most: 1 },
  { query: "(max-width: 720px)", most: 2 },
] as const;

function mostOnThisPage(): number {
  return narrowPages.find(({ query }) => matchMedia(query).matches)?.most ?? mostShown;
}

/** The id of what lists everybody, see `everybody.tsx`. */
export const everybodyId = "everybody";

export function PeopleList(props: { people: ReadonlySignal<readonly Person[]> }) {
  const shown = useSignal(mostOnThisPage());
  useSignalEffect(() => {
    const queries = narrowPages.map(({ query }) => matchMedia(query));
    const meet = (): void => {
      shown.value = mostOnThisPage();
    };
    for (const query of queries) query.addEventListener("change", meet);
    return () => {
      for (const query of queries) query.removeEventListener("change", meet);
    };
  });
  const people = props.people.value;
  const { people: text } = words();
  const most = people.length === shown.value + 1 ? people.length : shown.value;
  const hidden = people.length - most;
  return (
    <ul class="people" aria-label={text.name}>
      {people.slice(0, most).map((person) => (
        <li key={person.key}>
          <Avatar person={person} />
        </li>
      ))}
      {hidden > 0 && (
        <li class="more-people">
          <button
            type="button"
            class="avatar"
            aria-label={text.more(hidden)}
            popoverTarget={everybodyId}
            onClick={() => {
              // What shows it is loaded after the text, and shows it then.
              if (document.getElementById(everybodyId) === null) peopleSheet.value = "everybody";
            }}
          >
            +{hidden}
          </button>
        </li>
      )}
    </ul>
  );
}

function Avatar({ person: { key, name, hue, isSelf } }: { person: Person }) {
  const { people: text } = words();
  const isFollowed = followed.value === key;
  const point = (): void => {
    pointedAt.value = key;
  };
  const leave = (): void => {
    pointedAt.value = null;
  };
  const press = (): void => {
    if (isSelf) peopleSheet.value = "self";
    else followed.value = isFollowed ? null : key;
  };
  return (
    <button
      type="button"
      class={`avatar hue-${hue}`}
      data-initials={initials(name)}
      data-name={isSelf ? text.you(name) : name}
      aria-label={isSelf ? text.changeSelf(name) : text.follow(name)}
      aria-pressed={isSelf ? undefined : isFollowed}
      onClick={press}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    />
  );
}
