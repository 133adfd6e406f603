/** Deleting a page, which takes a word that is typed. */

import { useSignal } from "@preact/signals";
import type { Sharing } from "../state/sharing.ts";

const word = "delete";

export function ShareDelete({ sharing, name }: { sharing: Sharing; name: string }) {
  const typed = useSignal("");
  const isAsking = useSignal(false);
  const mayDelete = typed.value.trim().toLowerCase() === word;
  const deletePage = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // The page then says itself that it is deleted, and offers to bring it back.
    if (mayDelete && (await sharing.deleteDocument())) location.reload();
  };
  return (
    <>
      <h3>Delete this page</h3>
      {isAsking.value ? (
        <form class="deleting" onSubmit={deletePage}>
          <p>
            “{name}” is gone for everybody at once: its text, its links, its address. You alone can bring it back, for
            30 days and on a device that owns it.
          </p>
          <label>
            Type “{word}” to go on
            <input
              value={typed.value}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              autofocus
              onInput={({ currentTarget }) => {
                typed.value = currentTarget.value;
              }}
            />
          </label>
          <div class="ways">
            <button type="submit" class="bad" disabled={!mayDelete}>
              Delete the page
            </button>
            <button
              type="button"
              class="second"
              onClick={() => {
                isAsking.value = false;
              }}
            >
              Keep it
            </button>
          </div>
        </form>
      ) : (
        <button
          type="button"
          class="second"
          onClick={() => {
            isAsking.value = true;
          }}
        >
          Delete…
        </button>
      )}
    </>
  );
}
