/** What stands beside the text: each panel's code is loaded when it is first opened. */

import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Editor } from "../editor/editor.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { type Panel, panel } from "../state/panels.ts";
import { withRest, words } from "../words/words.ts";

export interface PanelProps {
  readonly opened: OpenDocument;
  readonly editor: Editor;
}

type PanelComponent = ComponentType<PanelProps>;

/** A panel without a line here cannot be opened yet. */
const loads: Partial<Record<Panel, () => Promise<PanelComponent>>> = {
  preview: async () => (await import("./preview-panel.tsx")).PreviewPanel,
};

export function SidePanel(props: PanelProps) {
  const shown = useSignal<{ readonly panel: Panel; readonly Component: PanelComponent | null } | null>(null);
  useSignalEffect(() => {
    const { value } = panel;
    const load = value === null ? undefined : loads[value];
    if (value === null || load === undefined) {
      shown.value = null;
      return;
    }
    const show = (Component: PanelComponent | null): void => {
      if (panel.peek() === value) shown.value = { panel: value, Component };
    };
    // Whatever the reason is that it does not come, there is one thing to do.
    withRest(load).then(show, () => show(null));
  });
  if (shown.value === null) return null;
  const { Component, panel: name } = shown.value;
  if (Component === null) {
    return (
      <aside class="side">
        <p class="opening" role="alert">
          {words().app.partMissing}
        </p>
      </aside>
    );
  }
  return <Component key={name} {...props} />;
}
