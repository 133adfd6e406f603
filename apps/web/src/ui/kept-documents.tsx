/** What this device keeps, on the first page: which documents, how much room, and taking a copy away. */

import "./kept-documents.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isLittle, type Permanence, readPermanence, readSpace, type Space } from "../state/device-space.ts";
import { type KeptDocument, keptDocuments, removeCopy } from "../state/kept-documents.ts";
import { recentChanges } from "../state/recent-documents.ts";
import { bytesInWords } from "../words/bytes-in-words.ts";
import { rest } from "../words/words.ts";
import { ConfirmedButton } from "./confirmed-button.tsx";

interface Kept {
  readonly documents: readonly KeptDocument[];
  readonly space: Space | null;
  readonly permanence: Permanence;
}

/** Nothing where nothing is kept. */
export function KeptDocuments() {
  const kept = useSignal<Kept | null>(null);
  const fault = useSignal("");
  const look = async (): Promise<void> => {
    const documents = await keptDocuments();
    if (documents.length === 0 && kept.peek() === null) return;
    kept.value = { documents, space: await readSpace(), permanence: await readPermanence() };
  };
  useEffect(() => {
    look().catch(reportError);
  }, [recentChanges.value]);
  if (kept.value === null || kept.value.documents.length === 0) return null;

  const words = rest().offline;
  const { documents, space, permanence } = kept.value;
  const remove = async (document: KeptDocument): Promise<void> => {
    fault.value = (await removeCopy(document)) ? "" : words.notRemoved;
    await look();
  };
  const total = documents.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <details class="kept">
      <summary>
        <h2>{words.keptHere}</h2>
        <span>{words.keptTotal(documents.length, bytesInWords(total))}</span>
      </summary>
      {space !== null && (
        <p class={isLittle(space) ? "kept-space fault" : "kept-space"}>
          <meter min={0} max={space.quota} high={space.quota * 0.8} value={space.used} aria-label={words.space} />
          {words.spaceUsed(bytesInWords(space.used), bytesInWords(space.quota))}
        </p>
      )}
      <p class="kept-promise">{words.permanence[permanence]}</p>
      <ul>
        {documents.map((document) => (
          <li key={document.id}>
            <a href={`/d/${document.id}`} dir="auto">
              {document.title ?? words.withoutTitle}
            </a>
            <span class="kept-size">{bytesInWords(document.bytes)}</span>
            {document.holdsUnsent && (
              <span class="kept-unsent">{document.isPending ? words.notThereYet : words.holdsUnsent}</span>
            )}
            <ConfirmedButton
              word={words.remove}
              about={document.title ?? words.withoutTitle}
              question={
                document.isPending ? words.removePending : document.holdsUnsent ? words.removeUnsent : words.removeCopy
              }
              onConfirmed={() => remove(document).catch(reportError)}
            />
          </li>
        ))}
      </ul>
      <p class="fault" role="alert">
        {fault}
      </p>
    </details>
  );
}
