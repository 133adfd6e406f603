/** Everybody who is here, however many: to go to, to follow, to find by name. */

import { useSignal, useSignalEffect } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals-core";
import { useRef } from "preact/hooks";
import { followed, peopleSheet, pointedAt } from "../state/following.ts";
import { initials, type Person } from "../state/people.ts";
import { rest, words } from "../words/words.ts";
import { everybodyId } from "./people-list.tsx";

/** From so many people on, one looks for a name rather than through the list. */
const manyPeople = 8;

export function Everybody(props: { people: ReadonlySignal<readonly Person[]>; onGoTo: (person: Person) => void }) {
  const sheet = useRef<HTMLDivElement>(null);
  const isOpen = useSignal(false);
  const query = useSignal("");
  const text = rest().people;
  useSignalEffect(() => {
    if (peopleSheet.value !== "everybody") return;
    peopleSheet.value = null;
    sheet.current?.showPopover();
  });
  const close = (): void => sheet.current?.hidePopover();
  return (
    <div
      ref={sheet}
      id={everybodyId}
      popover="auto"
      class="everybody"
      role="dialog"
      aria-label={text.everybody}
      onToggle={({ newState }) => {
        isOpen.value = newState === "open";
        query.value = "";
        if (isOpen.value) focusFirst(sheet.current);
        else pointedAt.value = null;
      }}
      onKeyDown={(event) => {
        if (sheet.current !== null && moveFocus(sheet.current, event.key)) event.preventDefault();
      }}
    >
      {isOpen.value && (
        <Rows
          people={props.people.value}
          query={query.value}
          onQuery={(typed) => {
            query.value = typed;
          }}
          onGoTo={(person) => {
            close();
            props.onGoTo(person);
          }}
          onDone={close}
        />
      )}
    </div>
  );
}

function Rows(props: {
  people: readonly Person[];
  query: string;
  onQuery: (query: string) => void;
  onGoTo: (person: Person) => void;
  onDone: () => void;
}) {
  const { people, query } = props;
  const text = rest().people;
  const wanted = query.trim().toLocaleLowerCase();
  const found = people.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <h2>{text.count(people.length)}</h2>
      {(people.length > manyPeople || query !== "") && (
        <input
          type="search"
          aria-label={text.find}
          placeholder={text.find}
          value={query}
          onInput={({ currentTarget }) => props.onQuery(currentTarget.value)}
        />
      )}
      <ul aria-label={text.everybody}>
        {found.map((person) => (
          <Row key={person.key} person={person} onGoTo={props.onGoTo} onDone={props.onDone} />
        ))}
      </ul>
      {found.length === 0 && <p>{text.nobodyFound}</p>}
    </>
  );
}

function Row(props: { person: Person; onGoTo: (person: Person) => void; onDone: () => void }) {
  const { person, onGoTo, onDone } = props;
  const { key, name, hue, isSelf } = person;
  const text = rest().people;
  const isFollowed = followed.value === key;
  const point = (): void => {
    pointedAt.value = key;
  };
  const change = (): void => {
    onDone();
    peopleSheet.value = "self";
  };
  const follow = (): void => {
    onDone();
    followed.value = isFollowed ? null : key;
  };
  return (
    <li onPointerEnter={point} onFocusIn={point}>
      <button
        type="button"
        class="person"
        aria-label={isSelf ? words().people.changeSelf(name) : text.goTo(name)}
        onClick={() => (isSelf ? change() : onGoTo(person))}
      >
        <span class={`avatar hue-${hue}`} data-initials={initials(name)} aria-hidden="true" />
        <span class="name">{isSelf ? words().people.you(name) : name}</span>
      </button>
      {!isSelf && (
        <button
          type="button"
          class="second"
          aria-label={text.followName(name)}
          aria-pressed={isFollowed}
          onClick={follow}
        >
          {isFollowed ? text.stop : text.follow}
        </button>
      )}
    </li>
  );
}

function focusFirst(sheet: HTMLElement | null): void {
  // What is in it is drawn with the next turn.
  setTimeout(() => sheet?.querySelector<HTMLElement>("input, button.person")?.focus());
}

/** Up and down go from person to person; false for any other key. */
function moveFocus(sheet: HTMLElement, key: string): boolean {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0) return false;
  const people = [...sheet.querySelectorAll<HTMLElement>("button.person")];
  const row = document.activeElement?.closest("li")?.querySelector<HTMLElement>("button.person") ?? null;
  const at = row === null ? -1 : people.indexOf(row);
  if (at + step < 0) sheet.querySelector<HTMLElement>("input")?.focus();
  else people[Math.min(at + step, people.length - 1)]?.focus();
  return true;
}
