/** The line below the text: its language, where the caret is, how much there is, how far the server is. */

import type { OpenDocument } from "../state/open-document.ts";
import { formatLocale, words } from "../words/words.ts";
import { PreviewToggle } from "./preview-toggle.tsx";

export function StatusBar({ opened }: { opened: OpenDocument }) {
  const { connection, facts } = opened;
  const { latencyMs } = connection;
  const { status } = words();
  const at = facts.value;
  return (
    <footer class="foot">
      <span>{opened.language.value === "plain" ? status.plain : status.markdown}</span>
      {at !== null && (
        <>
          <span>{status.position(at.line, at.column)}</span>
          {at.words !== null && <span class="wide">{status.words(at.words)}</span>}
        </>
      )}
      <span class="grow" />
      <PreviewToggle opened={opened} />
      {latencyMs.value !== null && <span title={status.latency}>{inMilliseconds(latencyMs.value)}</span>}
    </footer>
  );
}

function inMilliseconds(time: number): string {
  const format = new Intl.NumberFormat(formatLocale(), { style: "unit", unit: "millisecond", unitDisplay: "short" });
  return format.format(Math.max(1, Math.round(time)));
}
