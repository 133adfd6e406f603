/** The form elements of the settings: native ones, each with its label, each counting at once. */

import type { ComponentChildren } from "preact";

export function Switch(props: { label: string; said?: string; preference: { value: boolean } }) {
  const { label, said, preference } = props;
  return (
    <label class="setting">
      <span>
        {label}
        {said !== undefined && <small>{said}</small>}
      </span>
      <input
        type="checkbox"
        checked={preference.value}
        onChange={({ currentTarget }) => {
          preference.value = currentTarget.checked;
        }}
      />
    </label>
  );
}

/** `choices`: each value, as a string, with its words. */
export function Select(props: {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}) {
  const { label, value, choices, onChoose } = props;
  return (
    <label class="setting">
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice} selected={choice === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A choice between few, all of which are seen. */
export function Radios<Choice extends string>(props: {
  label: string;
  name: string;
  preference: { value: Choice };
  choices: readonly Choice[];
  wordsOf: Readonly<Record<Choice, string>>;
}) {
  const { label, name, preference, choices, wordsOf } = props;
  return (
    <fieldset class="setting radios">
      <legend>{label}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              checked={preference.value === choice}
              onChange={() => {
                preference.value = choice;
              }}
            />
            <span>{wordsOf[choice]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Group({ label, children }: { label: string; children: ComponentChildren }) {
  const id = `settings-${label}`;
  return (
    <section class="settings-group" aria-labelledby={id}>
      <h3 id={id}>{label}</h3>
      {children}
    </section>
  );
}
