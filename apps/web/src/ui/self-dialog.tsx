/** One's own name and colour, as the others see them. */

import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { hues } from "../state/people.ts";
import { changeSelf, self } from "../state/self.ts";

const hueNames = ["Red", "Amber", "Olive", "Green", "Teal", "Blue", "Indigo", "Violet", "Magenta", "Brown"];

/** `shownName` is the name that the others see; null while nobody is here, not even oneself. */
export function SelfDialog(props: { dialog: RefObject<HTMLDialogElement | null>; shownName: string | null }) {
  const { dialog, shownName } = props;
  const { name, hue } = self();
  const draft = useSignal(name);
  return (
    <dialog ref={dialog} class="sheet" aria-label="You" closedby="any">
      <form
        method="dialog"
        onSubmit={() => {
          changeSelf({ name: draft.value });
          draft.value = self().name;
        }}
      >
        <h2>You</h2>
        <p>
          How the others see you. Kept in this browser.
          {shownName !== null && shownName !== name && ` On this page they see you as ${shownName}.`}
        </p>
        <label>
          Name
          <input
            value={draft}
            maxLength={40}
            autocomplete="nickname"
            onInput={({ currentTarget }) => {
              draft.value = currentTarget.value;
            }}
          />
        </label>
        <fieldset>
          <legend>Colour</legend>
          {hueNames.slice(0, hues).map((hueName, index) => (
            <label key={hueName} class={`swatch hue-${index}`} title={hueName}>
              <input type="radio" name="hue" checked={index === hue} onChange={() => changeSelf({ hue: index })} />
              <span class="for-screen-readers">{hueName}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="primary">
          Done
        </button>
      </form>
    </dialog>
  );
}
