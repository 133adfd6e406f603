/** When a page deletes itself. */

import { useSignal } from "@preact/signals";
import type { Sharing } from "../state/sharing.ts";
import { fieldFromTime, timeFromField, timeWords } from "../state/sharing-words.ts";
import { words as firstWords, rest } from "../words/words.ts";

export function ShareEnd({ sharing }: { sharing: Sharing }) {
  const { sharing: words } = rest();
  const expires = sharing.rules.value?.expires ?? null;
  /** What stands in the field, which holds half a date while one types; null: what is set. */
  const typed = useSignal<string | null>(null);
  const set = async (time: string | null): Promise<void> => {
    const done = time === null ? words.endsNever : words.endsOn(timeWords(time));
    await sharing.change({ expires: time }, done);
    typed.value = null;
  };
  return (
    <form
      class="end"
      onSubmit={(event) => {
        event.preventDefault();
        void set(timeFromField(typed.value ?? fieldFromTime(expires)));
      }}
    >
      <label>
        {words.end}
        <input
          type="datetime-local"
          disabled={sharing.rules.value === null}
          value={typed.value ?? fieldFromTime(expires)}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
      <div class="ways">
        <button type="submit" class="second" disabled={typed.value === null || typed.value === ""}>
          {words.set}
        </button>
        {expires !== null && (
          <button type="button" class="second" onClick={() => set(null)}>
            {words.never}
          </button>
        )}
      </div>
      <small>
        {expires === null
          ? words.endNotSet
          : firstWords().app.sentences(words.endsOn(timeWords(expires)), words.endUndo)}
      </small>
    </form>
  );
}
