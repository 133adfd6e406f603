/** What the owner decides besides: a lock, frames, an end; handing the page over, and deleting it. */

import { useSignal } from "@preact/signals";
import { credentialsFor } from "../state/credentials.ts";
import type { OpenDocument } from "../state/open-document.ts";
import type { Sharing } from "../state/sharing.ts";
import { CopyField } from "./copy-field.tsx";
import { QrCode } from "./qr-code.tsx";
import { ShareDelete } from "./share-delete.tsx";
import { ShareEnd } from "./share-end.tsx";

export function ShareRules({ sharing, opened }: { sharing: Sharing; opened: OpenDocument }) {
  const rules = sharing.rules.value;
  const isHanding = useSignal(false);
  const id = opened.connection.documentId;
  const owner = `${location.origin}/d/${id}#owner=${credentialsFor(id).key}`;
  return (
    <details class="part">
      <summary>More for you as the owner</summary>
      <label class="switch">
        <input
          type="checkbox"
          disabled={rules === null}
          checked={rules?.locked === true}
          onChange={({ currentTarget: { checked } }) =>
            sharing.change({ locked: checked }, checked ? "Locked: nobody writes." : "Unlocked.")
          }
        />
        <span>
          Nobody can write
          <small>Everybody can read on, you too, until you switch it off.</small>
        </span>
      </label>
      <label class="switch">
        <input
          type="checkbox"
          disabled={rules === null}
          checked={rules?.embed === true}
          onChange={({ currentTarget: { checked } }) =>
            sharing.change({ embed: checked }, checked ? "Other sites may show it." : "No other site may show it.")
          }
        />
        <span>
          Other sites may show this page
          <small>In a frame, to whoever has the address.</small>
        </span>
      </label>
      <ShareEnd sharing={sharing} />
      <h3>Own it on another device, too</h3>
      {isHanding.value ? (
        <div class="made">
          <p>Whoever opens this owns the page as you do, for good. Show it to nobody but yourself.</p>
          <CopyField
            address={owner}
            label="Owner's link"
            button="Copy"
            copied="Copied. Open it on your other device."
          />
          <QrCode address={owner} />
        </div>
      ) : (
        <button
          type="button"
          class="second"
          onClick={() => {
            isHanding.value = true;
          }}
        >
          Show the owner's link
        </button>
      )}
      <ShareDelete sharing={sharing} name={opened.name.value} />
    </details>
  );
}
