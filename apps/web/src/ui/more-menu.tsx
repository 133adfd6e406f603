/** What one needs now and then: a new document, the text as a file, light or dark. */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { OpenDocument } from "../state/open-document.ts";
import { preferences, themes } from "../state/preferences.ts";
import { downloadText } from "./download-text.ts";
import { DotsIcon } from "./icons.tsx";
import { NewDocumentButton } from "./new-document-button.tsx";

const themeNames = { system: "As the system", light: "Light", dark: "Dark" } as const satisfies Record<
  (typeof themes)[number],
  string
>;

export function MoreMenu({ opened }: { opened: OpenDocument }) {
  const fault = useSignal("");
  const isOpen = useSignal(false);
  const menu = useRef<HTMLDivElement>(null);

  const save = (): void => {
    downloadText(opened);
    menu.current?.hidePopover();
  };
  return (
    <>
      <button type="button" class="icon" aria-label="More" aria-expanded={isOpen} popoverTarget="more">
        <DotsIcon />
      </button>
      <div
        ref={menu}
        id="more"
        popover="auto"
        class="menu"
        onToggle={({ newState }) => {
          isOpen.value = newState === "open";
        }}
      >
        <NewDocumentButton fault={fault} isPrimary={false} />
        <button type="button" onClick={save}>
          Download the text
        </button>
        <fieldset>
          <legend>Theme</legend>
          {themes.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="theme"
                checked={preferences.theme.value === each}
                onChange={() => {
                  preferences.theme.value = each;
                }}
              />
              {themeNames[each]}
            </label>
          ))}
        </fieldset>
        {fault.value !== "" && <p role="alert">{fault}</p>}
      </div>
    </>
  );
}
