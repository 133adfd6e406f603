/** The button that starts a document, and what to say when that fails. */

import type { Signal } from "@preact/signals-core";
import { words } from "../words/words.ts";
import { startDocument } from "./new-document.ts";

export function NewDocumentButton({ fault, isPrimary = true }: { fault: Signal<string>; isPrimary?: boolean }) {
  return (
    <button
      type="button"
      class={isPrimary ? "primary" : undefined}
      onClick={async () => {
        fault.value = await startDocument();
      }}
    >
      {words().more.newDocument}
    </button>
  );
}
