/** What the bare address gives. */

import type { Access } from "../connection/sharing-api.ts";
import type { Sharing } from "../state/sharing.ts";
import { accessWords } from "../state/sharing-words.ts";

const choices: readonly (readonly [Access, string])[] = [
  ["edit", "Write"],
  ["comment", "Comment"],
  ["view", "Read"],
  ["none", "Nothing"],
];

export function ShareAccess({ sharing }: { sharing: Sharing }) {
  const access = sharing.rules.value?.access ?? null;
  return (
    <fieldset class="access" disabled={access === null}>
      <legend>Anyone who has the address can</legend>
      <div class="choices">
        {choices.map(([choice, word]) => (
          <label key={choice}>
            <input
              type="radio"
              name="access"
              checked={access === choice}
              aria-describedby="access-words"
              onChange={() => sharing.setAccess(choice)}
            />
            <span>{word}</span>
          </label>
        ))}
      </div>
      <p id="access-words">{access === null ? "" : accessWords[access]}</p>
    </fieldset>
  );
}
