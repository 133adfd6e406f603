/** Who is here, one avatar a person. A click follows a caret; one's own opens one's name and colour. */

import type { ReadonlySignal } from "@preact/signals-core";
import { followed, peopleSheet, pointedAt } from "../state/following.ts";
import { initials, type Person } from "../state/people.ts";
import { words } from "../words/words.ts";

/**
 * So many avatars have room beside the title, and a number of those who are not shown, which takes the room of one more.
 * How wide these pages are says the style sheet: it hides what is not of the page's width.
 */
const mostShown = { wide: 5, narrow: 2, narrowest: 1 } as const;

/** The id of what lists everybody, see `everybody.tsx`. */
export const everybodyId = "everybody";

export function PeopleList(props: { people: ReadonlySignal<readonly Person[]> }) {
  const people = props.people.value;
  const { people: text } = words();
  const rows = Object.entries(mostShown).map(([width, most]) => {
    // The number would take the room of the one whom it hides.
    const shown = people.length === most + 1 ? people.length : most;
    return { name: `on-${width}`, shown, hidden: people.length - shown };
  });
  const longest = Math.max(...rows.map(({ shown }) => shown));
  return (
    <ul class="people" aria-label={text.name}>
      {people.slice(0, longest).map((person, index) => (
        <li key={person.key} class={rows.flatMap(({ name, shown }) => (index < shown ? [name] : [])).join(" ")}>
          <Avatar person={person} />
        </li>
      ))}
      {rows.map(
        ({ name, hidden }) =>
          hidden > 0 && (
            <li key={name} class={`more-people ${name}`}>
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
          ),
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
