/** Said above the text when the connection ended for good: what happened, what was lost, the ways on. The text stays. */

import { useSignal } from "@preact/signals";
import type { Ending } from "@samepage/client";
import { closeCodes } from "@samepage/protocol";
import type { OpenDocument } from "../state/open-document.ts";
import { downloadText } from "./download-text.ts";

function whatHappened({ code, reason }: Ending): string {
  switch (code) {
    case closeCodes.reset:
      return "This document was deleted and made anew since you last saw it. What you see is the text that it had before.";
    case closeCodes.noSuchDocument:
      return "The server has no document at this address any more. What you see is this device's copy.";
    case closeCodes.notAllowed:
    case closeCodes.keyNotValid:
      return "This link does not allow what you did, so the connection was ended.";
    case closeCodes.newerProtocolNeeded:
      return "This page and the server are of different versions. Reload the page.";
    case closeCodes.tooLarge:
      return "The last edit was larger than a document can take, so it was not stored.";
    case closeCodes.tooFast:
      return "This page sent more at a time than the server takes, so the connection was ended. Reload the page to send the rest.";
    default:
      return `The server could not take the last edit (${reason || code}), so it was not stored.`;
  }
}

function whatRemains(isReset: boolean, isUnsaved: boolean): string {
  if (isReset) return "It is on this device only: download it if you need it.";
  if (isUnsaved) return "What was not stored is on this device only: download the text before you go on without it.";
  return "You can read it, but not change it.";
}

export function EndingNotice({ opened, ending }: { opened: OpenDocument; ending: Ending }) {
  const fault = useSignal("");
  const { connection } = opened;
  const isReset = ending.code === closeCodes.reset;
  const isUnsaved = connection.saveState.value.kind === "not-saved";
  const startAgain = async (): Promise<void> => {
    if (await connection.clearCopy()) location.reload();
    else
      fault.value = "The copy on this device could not be deleted. Close other tabs with this document and try again.";
  };
  return (
    <div class="notice" role="alert">
      <p>
        {whatHappened(ending)} {whatRemains(isReset, isUnsaved)}
      </p>
      <button type="button" class="second" onClick={() => downloadText(opened)}>
        Download the text
      </button>
      {!isReset && (
        <button type="button" class="second" onClick={() => location.reload()}>
          Reload the page
        </button>
      )}
      {(isReset || isUnsaved) && (
        <button type="button" class="second" onClick={startAgain}>
          {isReset ? "Open the document as it is now" : "Open without what was not stored"}
        </button>
      )}
      {fault.value !== "" && <p class="fault">{fault}</p>}
    </div>
  );
}
