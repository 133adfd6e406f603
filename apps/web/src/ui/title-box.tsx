/** The title, edited where it stands: Enter or leaving the box stores it, Escape takes the change back. */

import { useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { OpenDocument } from "../state/open-document.ts";
import { directionOf } from "../state/text-direction.ts";
import { words } from "../words/words.ts";

export function TitleBox({ opened, onDone }: { opened: OpenDocument; onDone: () => void }) {
  const draft = useSignal(opened.title.value);
  const fault = useSignal("");
  /** Whether these are one's own words: leaving the box without typing must not undo what others call it. */
  const isTyped = useSignal(false);
  const box = useRef<HTMLInputElement>(null);

  useSignalEffect(() => {
    // What others call it arrives here, but not into the words that one is just writing.
    const { value } = opened.title;
    if (!isTyped.value) draft.value = value;
  });

  const store = async (): Promise<void> => {
    if (!isTyped.value) return;
    const wanted = draft.value.trim();
    draft.value = wanted;
    const outcome = await opened.rename(wanted);
    fault.value = outcome.ok ? "" : outcome.message;
    // Meanwhile, one may have gone on typing.
    if (draft.peek() === wanted) isTyped.value = !outcome.ok;
  };

  const shown = draft.value || opened.titleFallback.value;
  return (
    <div class="title">
      <span class="title-measure" aria-hidden="true">
        {shown}
      </span>
      <input
        ref={box}
        aria-label={words().title.name}
        dir={directionOf(shown) ?? undefined}
        autocomplete="off"
        maxLength={opened.connection.limits.value.titleLength}
        readOnly={!opened.mayWrite.value}
        placeholder={opened.titleFallback.value}
        value={draft}
        onInput={({ currentTarget }) => {
          draft.value = currentTarget.value;
          isTyped.value = true;
        }}
        onBlur={store}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          if (event.key === "Escape") {
            fault.value = "";
            isTyped.value = false;
            draft.value = opened.title.value;
          }
          onDone();
        }}
      />
      {fault.value !== "" && (
        <p class="title-fault" role="alert">
          {fault}{" "}
          <button type="button" onClick={store}>
            {words().app.tryAgain}
          </button>
        </p>
      )}
    </div>
  );
}
