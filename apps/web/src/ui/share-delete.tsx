/** Deleting a page, which takes a word that is typed. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { askedOfShare } from "../state/dialogs.ts";
import type { Sharing } from "../state/sharing.ts";
import { rest } from "../words/words.ts";

export function ShareDelete({ sharing, name }: { sharing: Sharing; name: string }) {
  const typed = useSignal("");
  const isAsking = useSignal(askedOfShare.peek() === "delete");
  const { sharing: words } = rest();
  const box = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // With the buttons below it, which say what comes of it.
    box.current?.form?.scrollIntoView({ block: "nearest" });
    box.current?.focus({ preventScroll: true });
    if (wasAsking.current) first.current?.focus();
    wasAsking.current = isAsking.value;
  }, [isAsking.value]);
  const mayDelete = typed.value.trim().toLocaleLowerCase() === words.deleteWord;
  const deletePage = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // The page then says itself that it is deleted, and offers to bring it back.
    if (mayDelete && (await sharing.deleteDocument())) location.reload();
  };
  return (
    <>
      <h3>{words.delete}</h3>
      {isAsking.value ? (
        <form class="deleting" onSubmit={deletePage}>
          <p>{words.deleteMeans(name)}</p>
          <label>
            {words.deleteType(words.deleteWord)}
            <input
              ref={box}
              value={typed.value}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              onInput={({ currentTarget }) => {
                typed.value = currentTarget.value;
              }}
            />
          </label>
          <div class="ways">
            <button type="submit" class="bad" disabled={!mayDelete}>
              {words.deletePage}
            </button>
            <button
              type="button"
              class="second"
              onClick={() => {
                isAsking.value = false;
              }}
            >
              {words.keepPage}
            </button>
          </div>
        </form>
      ) : (
        <button
          ref={first}
          type="button"
          class="second"
          onClick={() => {
            isAsking.value = true;
          }}
        >
          {words.deleteButton}
        </button>
      )}
    </>
  );
}
