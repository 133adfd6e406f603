/** The title, edited where it stands: Enter or leaving the box stores it, Escape takes the change back. */

import { useSignal, useSignalEffect } from "@preact/signals";
import { limits } from "@samepage/protocol";
import { useRef } from "preact/hooks";
import type { OpenDocument } from "../state/open-document.ts";

export function TitleBox({ opened, onDone }: { opened: OpenDocument; onDone: () => void }) {
  const draft = useSignal(opened.title.value);
  const fault = useSignal("");
  const box = useRef<HTMLInputElement>(null);

  useSignalEffect(() => {
    // What others call it arrives here, but not into the words that one is just writing.
    const { value } = opened.title;
    if (document.activeElement !== box.current) draft.value = value;
  });

  const store = async (): Promise<void> => {
    const wanted = draft.value.trim();
    draft.value = wanted;
    if (wanted === opened.title.value) return;
    const outcome = await opened.rename(wanted);
    fault.value = outcome.ok ? "" : outcome.message;
  };

  return (
    <div class="title">
      <span class="title-measure" aria-hidden="true">
        {draft.value || opened.titleFallback.value}
      </span>
      <input
        ref={box}
        aria-label="Title"
        autocomplete="off"
        maxLength={limits.titleLength}
        placeholder={opened.titleFallback.value}
        value={draft}
        onInput={({ currentTarget }) => {
          draft.value = currentTarget.value;
        }}
        onBlur={store}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          if (event.key === "Escape") draft.value = opened.title.value;
          onDone();
        }}
      />
      {fault.value !== "" && (
        <p class="title-fault" role="alert">
          {fault}{" "}
          <button type="button" onClick={store}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}
