/** Share: the address, and a button that copies it. */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { CloseIcon } from "./icons.tsx";

type Copying = "not-yet" | "copied" | "refused";

export function ShareDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const copying = useSignal<Copying>("not-yet");
  const address = location.origin + location.pathname;

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      copying.value = "copied";
    } catch {
      // Browsers refuse for several reasons (no permission, no https); the way out is the same for all.
      copying.value = "refused";
      field.current?.select();
    }
  };
  return (
    <>
      <button
        type="button"
        class="primary share"
        onClick={() => {
          copying.value = "not-yet";
          dialog.current?.showModal();
        }}
      >
        Share
      </button>
      <dialog ref={dialog} class="sheet" aria-label="Share" closedby="any">
        <h2>Share this page</h2>
        <p>Anyone with the address can read it and write in it. No account needed.</p>
        <div class="address">
          <input ref={field} readOnly aria-label="Address" value={address} onFocus={() => field.current?.select()} />
          <button type="button" class="primary" autofocus onClick={copy}>
            Copy link
          </button>
        </div>
        <p class="copied" role="status" aria-label="Copying">
          {copying.value === "copied" && "Copied. Send it to whoever should write with you."}
          {copying.value === "refused" &&
            "The browser does not allow copying here. The address is selected: copy it by hand."}
        </p>
        <button type="button" class="close" aria-label="Close" onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </button>
      </dialog>
    </>
  );
}
