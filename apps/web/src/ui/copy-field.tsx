/** An address, and a button that copies it. */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { words } from "../words/words.ts";

type Copying = "not-yet" | "copied" | "refused";

/** `label` names the field; `copied` is said when the address was copied. */
export function CopyField(props: {
  address: string;
  label: string;
  button: string;
  copied: string;
  focuses?: boolean;
}) {
  const field = useRef<HTMLInputElement>(null);
  const copying = useSignal<Copying>("not-yet");

  const { share } = words();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.address);
      copying.value = "copied";
    } catch {
      // Browsers refuse for several reasons (no permission, no https); the way out is the same for all.
      copying.value = "refused";
      field.current?.select();
    }
  };
  return (
    <>
      <div class="address">
        <input
          ref={field}
          readOnly
          dir="ltr"
          aria-label={props.label}
          value={props.address}
          onFocus={() => field.current?.select()}
        />
        <button type="button" class="primary" autofocus={props.focuses === true} onClick={copy}>
          {props.button}
        </button>
      </div>
      <p class="copied" role="status" aria-label={share.copying}>
        {copying.value === "copied" && props.copied}
        {copying.value === "refused" && share.refused}
      </p>
    </>
  );
}
