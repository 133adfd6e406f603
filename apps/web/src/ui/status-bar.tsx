/** The line below the text: its language, where the caret is, how much there is, how far the server is. */

import type { OpenDocument } from "../state/open-document.ts";

/** Made once: at each letter, that is felt. */
const numbers = new Intl.NumberFormat("en");

export function StatusBar({ opened }: { opened: OpenDocument }) {
  const { connection, facts } = opened;
  const { latencyMs, settings } = connection;
  const at = facts.value;
  return (
    <footer class="foot">
      <span>{settings.value?.language === "plain" ? "Plain text" : "Markdown"}</span>
      {at !== null && (
        <>
          <span>{`Ln ${at.line}, Col ${at.column}`}</span>
          {at.words !== null && (
            <span class="wide">{at.words === 1 ? "1 word" : `${numbers.format(at.words)} words`}</span>
          )}
        </>
      )}
      <span class="grow" />
      {latencyMs.value !== null && (
        <span title="Time to the server and back">{`${Math.max(1, Math.round(latencyMs.value))} ms`}</span>
      )}
    </footer>
  );
}
