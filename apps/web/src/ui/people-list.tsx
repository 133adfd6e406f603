/** Who is here, one avatar a person. A click follows a caret; one's own opens one's name and colour. */

import type { ReadonlySignal } from "@preact/signals-core";
import { useRef } from "preact/hooks";
import { initials, type Person } from "../state/people.ts";
import { SelfDialog } from "./self-dialog.tsx";

/** So many avatars fit beside the title; the rest is a number. */
const mostShown = 5;

export function PeopleList(props: {
  people: ReadonlySignal<readonly Person[]>;
  onFollow: (clients: readonly number[]) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const people = props.people.value;
  const hidden = people.slice(mostShown);
  return (
    <>
      <ul class="people" aria-label="People here">
        {people.slice(0, mostShown).map((person) => (
          <li key={person.key}>
            <button
              type="button"
              class={`avatar hue-${person.hue}`}
              data-initials={initials(person.name)}
              data-name={person.isSelf ? `${person.name} (you)` : person.name}
              aria-label={person.isSelf ? `${person.name} (you): change name or colour` : `${person.name}: go to caret`}
              onClick={() => (person.isSelf ? dialog.current?.showModal() : props.onFollow(person.clients))}
            />
          </li>
        ))}
        {hidden.length > 0 && (
          <li class="more-people">
            <span class="avatar" title={hidden.map(({ name }) => name).join(", ")}>
              +{hidden.length}
              <span class="for-screen-readers"> more: {hidden.map(({ name }) => name).join(", ")}</span>
            </span>
          </li>
        )}
      </ul>
      <SelfDialog dialog={dialog} shownName={people.find(({ isSelf }) => isSelf)?.name ?? null} />
    </>
  );
}
