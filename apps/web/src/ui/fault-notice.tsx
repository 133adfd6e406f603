/** Said above the text when something that was asked for could not be done, until it is read. */

import type { Signal } from "@preact/signals-core";
import { words } from "../words/words.ts";

export function FaultNotice({ fault, onDone }: { fault: Pick<Signal<string>, "value">; onDone: () => void }) {
  if (fault.value === "") return null;
  const close = (): void => {
    fault.value = "";
    onDone();
  };
  return (
    <div class="notice" role="alert">
      <p>{fault.value}</p>
      <button type="button" class="second" onClick={close}>
        {words().app.close}
      </button>
    </div>
  );
}
