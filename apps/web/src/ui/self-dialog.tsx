/** One's own name and colour, as the others see them. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { initials } from "../state/people.ts";
import { changeSelf, self } from "../state/self.ts";
import { rest } from "../words/words.ts";

/** The hues of the palette, `--p0` first. */
const hues = ["red", "amber", "olive", "green", "teal", "blue", "indigo", "violet", "magenta", "brown"] as const;

/** Open for as long as it is there. `shownName` is the name that the others see; null while nobody is here. */
export function SelfDialog(props: { shownName: string | null; onClose: () => void }) {
  const { shownName, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const { name, hue } = self();
  const draft = useSignal(name);
  const text = rest().people.self;
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="sheet self" aria-label={text.name} closedby="any" onClose={onClose}>
      <form method="dialog" onSubmit={() => changeSelf({ name: draft.value })}>
        <div class="self-head">
          <span class={`avatar hue-${hue}`} data-initials={initials(draft.value.trim() || name)} aria-hidden="true" />
          <h2>{text.name}</h2>
        </div>
        <p>
          {text.about}
          {shownName !== null && shownName !== name && ` ${text.shownAs(shownName)}`}
        </p>
        <label>
          {text.nameLabel}
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
          <legend>{text.colour(text.hues[hues[hue] ?? "red"])}</legend>
          {hues.map((each, index) => (
            <label key={each} class={`swatch hue-${index}`} title={text.hues[each]}>
              <input type="radio" name="hue" checked={index === hue} onChange={() => changeSelf({ hue: index })} />
              <span class="for-screen-readers">{text.hues[each]}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="primary">
          {text.done}
        </button>
      </form>
    </dialog>
  );
}
