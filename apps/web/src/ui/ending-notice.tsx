/** Said above the text when the connection ended for good: what happened, what was lost, the ways on. The text stays. */

import { useSignal } from "@preact/signals";
import type { Ending } from "@samepage/client";
import { closeCodes, type DenialReason } from "@samepage/protocol";
import type { OpenDocument } from "../state/open-document.ts";
import { rest, words } from "../words/words.ts";
import { downloadText } from "./download-text.ts";

/** Whoever reads this was on the page, or has text of their own in this device's copy of it. */
function whatHappened({ code }: Ending, denial: DenialReason | null): string {
  const words = rest().ending;
  const closing = Object.entries(words).find(([name]) => name === denial)?.[1];
  if (typeof closing === "string") return closing;
  switch (code) {
    case closeCodes.reset:
      return words.reset;
    case closeCodes.notAllowed:
    case closeCodes.keyNotValid:
      return words.notAllowed;
    case closeCodes.newerProtocolNeeded:
      return words.newerPageNeeded;
    case closeCodes.tooLarge:
      return words.tooLarge;
    case closeCodes.tooFast:
      return words.tooFast;
    default:
      return words.notTaken;
  }
}

function whatRemains(isReset: boolean, isUnsaved: boolean, isShutOut: boolean): string {
  const words = rest().ending;
  if (isReset) return words.onlyHere;
  if (isUnsaved) return words.unsavedOnlyHere;
  return isShutOut ? words.stays : words.readable;
}

/** `denial` is what the ending says, null when it is about something else; `reopen` opens the document anew. */
export function EndingNotice(props: {
  opened: OpenDocument;
  ending: Ending;
  denial: DenialReason | null;
  reopen: () => void;
}) {
  const { opened, ending, denial } = props;
  const fault = useSignal("");
  const { connection } = opened;
  const isReset = ending.code === closeCodes.reset;
  const isUnsaved = connection.saveState.value.kind === "not-saved";
  const startAgain = async (): Promise<void> => {
    if (await connection.clearCopy()) location.reload();
    else fault.value = rest().ending.copyStays;
  };
  const bringBack = async (): Promise<void> => {
    const { restoreDocument } = await import("../state/restoring.ts");
    fault.value = await restoreDocument(connection.documentId);
    if (fault.value === "") props.reopen();
  };
  return (
    <div class="notice" role="alert">
      {/* What the server calls it, for whoever is asked about it. */}
      <p title={ending.reason || String(ending.code)}>
        {words().app.sentences(whatHappened(ending, denial), whatRemains(isReset, isUnsaved, denial !== null))}
      </p>
      <div class="ways">
        <button type="button" class="second" onClick={() => downloadText(opened)}>
          {words().more.download}
        </button>
        {denial === "deleted" && (
          <button type="button" class="second" onClick={bringBack}>
            {rest().doors.restore}
          </button>
        )}
        {!isReset && (
          <button type="button" class="second" onClick={() => location.reload()}>
            {rest().ending.reload}
          </button>
        )}
        {(isReset || isUnsaved) && (
          <button type="button" class="second" onClick={startAgain}>
            {isReset ? rest().ending.openAsItIs : rest().ending.openWithout}
          </button>
        )}
      </div>
      {fault.value !== "" && <p class="fault">{fault}</p>}
    </div>
  );
}
