/** The menu behind ⋯: its button, and the place where its items stand once they are loaded. */

import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useRef } from "preact/hooks";
import type { OpenDocument } from "../state/open-document.ts";
import { words } from "../words/words.ts";
import { DotsIcon } from "./icons.tsx";
import { withShell } from "./shell.tsx";

export function MoreMenu({ opened }: { opened: OpenDocument }) {
  const isOpen = useSignal(false);
  /** How often it was opened: its items begin anew each time. A browser tells of closing and opening at once as of one. */
  const opening = useSignal(0);
  const Items = useSignal<ComponentType<{ opened: OpenDocument; close: () => void }> | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const load = (): void => {
    withShell(({ MoreItems }) => {
      Items.value = MoreItems;
    });
  };
  return (
    <>
      <button
        type="button"
        class="icon"
        aria-label={words().more.name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        popoverTarget="more"
      >
        <DotsIcon />
      </button>
      <div
        ref={menu}
        id="more"
        popover="auto"
        class="menu"
        onToggle={({ newState }) => {
          isOpen.value = newState === "open";
          if (!isOpen.value) return;
          opening.value += 1;
          load();
        }}
      >
        {isOpen.value && Items.value !== null && (
          <Items.value key={opening.value} opened={opened} close={() => menu.current?.hidePopover()} />
        )}
      </div>
    </>
  );
}
