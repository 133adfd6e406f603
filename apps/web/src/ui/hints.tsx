/** One quiet hint at a time for whoever is here for the first time. Takes no focus, covers no caret, goes for good. */

import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { askedOfShare, openDialog } from "../state/dialogs.ts";
import { finishHint, hints, nextHint } from "../state/hints.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { recentDocuments } from "../state/recent-documents.ts";
import { rest } from "../words/words.ts";
import { keyInWords } from "./key-words.ts";

/** How long nothing is said, in milliseconds: first one writes. */
const quietMs = 30_000;

export function Hints({ opened }: { opened: OpenDocument }) {
  const isTime = useSignal(false);
  const hint = nextHint.value;
  useEffect(() => {
    // Whoever has other documents on this device has been here before.
    if (recentDocuments().some(({ id }) => id !== opened.connection.documentId)) hints.forEach(finishHint);
  }, []);
  useEffect(() => {
    isTime.value = false;
    if (hint === null) return;
    const timer = setTimeout(() => {
      isTime.value = true;
    }, quietMs);
    return () => clearTimeout(timer);
  }, [hint]);
  useSignalEffect(() => {
    // Whoever does it needs no hint.
    if (openDialog.value === "palette") finishHint("palette");
    if (askedOfShare.value !== null || opened.people.value.length > 1) finishHint("share");
  });
  if (hint === null || !isTime.value) return null;
  const words = rest();
  const said = {
    share: words.hints.share,
    palette: words.hints.palette(keyInWords("Mod-k", words.commands.modifiers)),
  };
  return (
    <aside class="hint-card" aria-label={words.hints.name}>
      <p>{said[hint]}</p>
      <button type="button" onClick={() => finishHint(hint)}>
        {words.hints.done}
      </button>
    </aside>
  );
}
