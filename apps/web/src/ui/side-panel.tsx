/** What stands beside the text: each panel's code is loaded when it is first opened. */

import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Editor } from "../editor/editor.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { type Panel, panel, togglePanel } from "../state/panels.ts";
import { loadPart } from "./load-part.ts";
import { PartBoundary } from "./part-boundary.tsx";

export interface PanelProps {
  readonly opened: OpenDocument;
  readonly editor: Editor;
}

type PanelComponent = ComponentType<PanelProps>;

/** A panel without a line here cannot be opened yet. */
const loads: Partial<Record<Panel, () => Promise<PanelComponent>>> = {
  preview: async () => (await import("./preview-panel.tsx")).PreviewPanel,
  outline: async () => (await import("./outline-panel.tsx")).OutlinePanel,
};

export function SidePanel(props: PanelProps) {
  const shown = useSignal<{ readonly panel: Panel; readonly Component: PanelComponent } | null>(null);
  useSignalEffect(() => {
    const { value } = panel;
    const load = value === null ? undefined : loads[value];
    if (value === null || load === undefined) {
      shown.value = null;
      return;
    }
    loadPart(load, (Component) => {
      if (panel.peek() === value) shown.value = { panel: value, Component };
    });
  });
  if (shown.value === null) return null;
  const { Component, panel: name } = shown.value;
  return (
    <PartBoundary key={name} onFault={() => togglePanel(null)}>
      <Component {...props} />
    </PartBoundary>
  );
}
