/** Making a link: what it gives, for whom, until when, behind which password. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Link, NewLink } from "../connection/sharing-api.ts";
import type { Sharing } from "../state/sharing.ts";
import { timeFromField } from "../state/sharing-words.ts";
import { rest } from "../words/words.ts";

/** `onDone` is given the link, or null when none was wanted after all. */
export function ShareNewLink({ sharing, onDone }: { sharing: Sharing; onDone: (link: NewLink | null) => void }) {
  const { sharing: words } = rest();
  const role = useSignal<Link["role"]>("edit");
  const label = useSignal("");
  const expires = useSignal("");
  const password = useSignal("");
  const isMaking = useSignal(false);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);

  const make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isMaking.value) return;
    isMaking.value = true;
    const wanted = { role: role.value, label: label.value, expires: timeFromField(expires.value) };
    const link = await sharing.addLink({ ...wanted, password: password.value === "" ? null : password.value });
    isMaking.value = false;
    // What was typed stays where it is when nothing came of it.
    if (link !== null) onDone(link);
  };
  return (
    <form class="new-link" aria-label={words.newLink} onSubmit={make}>
      <label>
        {words.newLinkCan}
        <select
          ref={first}
          value={role.value}
          onChange={({ currentTarget }) => {
            role.value = roles.find((each) => each === currentTarget.value) ?? "view";
          }}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {words.newLinkRoles[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.label}
        <input
          value={label.value}
          maxLength={80}
          placeholder={words.labelExample}
          onInput={({ currentTarget }) => {
            label.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        {words.ends}
        <input
          type="datetime-local"
          value={expires.value}
          onInput={({ currentTarget }) => {
            expires.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        {words.password}
        <input
          type="text"
          value={password.value}
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => {
            password.value = currentTarget.value;
          }}
        />
      </label>
      <div class="ways">
        <button type="submit" class="primary">
          {isMaking.value ? words.making : words.make}
        </button>
        <button type="button" class="second" onClick={() => onDone(null)}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

const roles = ["edit", "comment", "view"] as const;
