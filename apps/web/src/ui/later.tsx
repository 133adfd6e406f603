/** What is rarely shown, and so is loaded only when it is. */

import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import { withRest, words } from "../words/words.ts";

/** Shows what `load` gives, once it and the words for it are there; nothing until then. `load` is called once. */
export function Later({ load }: { load: () => Promise<ComponentChild> }) {
  const content = useSignal<ComponentChild>(null);
  useEffect(() => {
    withRest(load).then(
      (loaded) => {
        content.value = loaded;
      },
      () => {
        content.value = <Missing />; // Whatever the reason, there is one thing to do.
      },
    );
  }, []);
  return <>{content.value}</>;
}

function Missing() {
  return (
    <p class="opening" role="alert">
      {words().app.partMissing}
    </p>
  );
}
