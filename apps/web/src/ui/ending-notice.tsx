/** Said above the text when the server ended the connection for good. The text stays, to be read and copied. */

import type { Ending } from "@samepage/client";
import { closeCodes } from "@samepage/protocol";

function whatHappened({ code, reason }: Ending): string {
  switch (code) {
    case closeCodes.noSuchDocument:
      return "The server has no document at this address any more. What you see is this device's copy.";
    case closeCodes.notAllowed:
    case closeCodes.keyNotValid:
      return "This link does not allow what you did, so the connection was ended.";
    case closeCodes.newerProtocolNeeded:
      return "The server is newer than this page. Load the page again to go on.";
    case closeCodes.tooLarge:
      return "The last edit was larger than a document can take, so it was not stored.";
    default:
      return `The server could not take the last edit (${reason || code}), so it was not stored.`;
  }
}

export function EndingNotice({ ending }: { ending: Ending }) {
  return (
    <div class="ending" role="alert">
      <p>{whatHappened(ending)} Nothing is changed any more: copy what you need before you close the page.</p>
      <button type="button" class="second" onClick={() => location.reload()}>
        Load again
      </button>
    </div>
  );
}
