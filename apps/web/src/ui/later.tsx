/** What is rarely shown, and so is loaded only when it is. */

import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";

/** Shows what `load` gives, once it is there; nothing until then. `load` is called once. */
export function Later({ load }: { load: () => Promise<ComponentChild> }) {
  const content = useSignal<ComponentChild>(null);
  useEffect(() => {
    const failed = (
      <p class="opening" role="alert">
        This page could not be loaded. Reload it when you are online.
      </p>
    );
    load().then(
      (loaded) => {
        content.value = loaded;
      },
      () => {
        content.value = failed; // Whatever the reason, there is one thing to do.
      },
    );
  }, []);
  return <>{content.value}</>;
}
