/** The word in the line below the text that shows the preview and hides it; and the commands that do so by name. */

import { useEffect } from "preact/hooks";
import { registerCommands } from "../state/commands.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { isPreviewAlone, panel, togglePanel } from "../state/panels.ts";
import { rest, words } from "../words/words.ts";

export function PreviewToggle({ opened }: { opened: OpenDocument }) {
  const isOpen = panel.value === "preview";
  const isMarkdown = opened.language.value === "markdown";
  useEffect(() => registerCommands(commands(opened)), [opened]);
  if (!isMarkdown && !isOpen) return null;
  return (
    <button type="button" aria-pressed={isOpen} onClick={() => togglePanel("preview")}>
      {words().status.preview}
    </button>
  );
}

function commands(opened: OpenDocument): Parameters<typeof registerCommands>[0] {
  const isAvailable = (): boolean => opened.language.value === "markdown";
  const isOpen = (): boolean => panel.value === "preview";
  return [
    {
      id: "preview",
      label: () => rest().preview.toggle,
      section: "view",
      // Free in every browser, and reached with one hand.
      key: "Mod-Alt-p",
      isGlobal: true,
      isAvailable: () => isAvailable() || isOpen(),
      isOn: isOpen,
      run: () => togglePanel("preview"),
    },
    {
      id: "preview-alone",
      label: () => rest().preview.alone,
      section: "view",
      isAvailable,
      isOn: () => isOpen() && isPreviewAlone.value,
      run() {
        const isAlone = panel.peek() === "preview" && isPreviewAlone.peek();
        isPreviewAlone.value = !isAlone;
        if (panel.peek() !== "preview") togglePanel("preview");
      },
    },
  ];
}
