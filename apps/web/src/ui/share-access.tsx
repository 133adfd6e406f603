/** What the bare address gives. */

import type { Access } from "../connection/sharing-api.ts";
import type { Sharing } from "../state/sharing.ts";
import { rest } from "../words/words.ts";

const choices: readonly Access[] = ["edit", "comment", "view", "none"];

export function ShareAccess({ sharing }: { sharing: Sharing }) {
  const access = sharing.rules.value?.access ?? null;
  const { sharing: words } = rest();
  return (
    <fieldset class="access" disabled={access === null}>
      <legend>{words.access}</legend>
      <div class="choices">
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="access"
              checked={access === choice}
              aria-describedby="access-words"
              onChange={() => sharing.setAccess(choice)}
            />
            <span>{words.choices[choice]}</span>
          </label>
        ))}
      </div>
      <p id="access-words">{access === null ? "" : words.accessMeans[access]}</p>
    </fieldset>
  );
}
