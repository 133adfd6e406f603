/** Said above the text when the connection ended for good: what happened, what was lost, the ways on. The text stays. */

import { useSignal } from "@preact/signals";
import type { Ending } from "@samepage/client";
import { closeCodes, type DenialReason } from "@samepage/protocol";
import type { OpenDocument } from "../state/open-document.ts";
import { downloadText } from "./download-text.ts";

/** Whoever reads this was on the page, or has text of their own in this device's copy of it. */
const closings: Partial<Record<DenialReason, string>> = {
  "no such document":
    "The server has no document at this address any more. What you see is the text as this page last had it.",
  deleted: "This page was deleted. You own it, so you can bring it back.",
  "no key": "This page is no longer open to everyone who has its address, so the connection was ended.",
  "key not valid": "The link that you came by does not open this page any more.",
  "key revoked": "The owner has revoked the link that you came by, so the connection was ended.",
  "key expired": "The link that you came by has expired, so the connection was ended.",
  removed: "The owner has removed you from this page, so the connection was ended.",
  "password needed": "The link that you came by has a password. Reload the page to enter it.",
  "sign-in needed": "This page opens only after signing in. Sign in where you usually do, then reload the page.",
};

function whatHappened({ code, reason }: Ending, denial: DenialReason | null): string {
  const closing = denial === null ? undefined : closings[denial];
  if (closing !== undefined) return closing;
  switch (code) {
    case closeCodes.reset:
      return "This document was deleted and made anew since you last saw it. What you see is the text that it had before.";
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

function whatRemains(isReset: boolean, isUnsaved: boolean, isShutOut: boolean): string {
  if (isReset) return "It is on this device only: download it if you need it.";
  if (isUnsaved) return "What was not stored is on this device only: download the text before you go on without it.";
  if (isShutOut) return "The text stays here to read, copy and download until you leave this page.";
  return "You can read it, but not change it.";
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
    else
      fault.value = "The copy on this device could not be deleted. Close other tabs with this document and try again.";
  };
  const bringBack = async (): Promise<void> => {
    const { restoreDocument } = await import("../state/restoring.ts");
    fault.value = await restoreDocument(connection.documentId);
    if (fault.value === "") props.reopen();
  };
  return (
    <div class="notice" role="alert">
      <p>
        {whatHappened(ending, denial)} {whatRemains(isReset, isUnsaved, denial !== null)}
      </p>
      <button type="button" class="second" onClick={() => downloadText(opened)}>
        Download the text
      </button>
      {denial === "deleted" && (
        <button type="button" class="second" onClick={bringBack}>
          Restore
        </button>
      )}
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
