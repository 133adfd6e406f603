/** What the owner decides besides: a lock, frames, an end; handing the page over, and deleting it. */

import { useSignal } from "@preact/signals";
import { credentialsFor } from "../state/credentials.ts";
import { askedOfShare } from "../state/dialogs.ts";
import type { OpenDocument } from "../state/open-document.ts";
import type { Sharing } from "../state/sharing.ts";
import { rest } from "../words/words.ts";
import { CopyField } from "./copy-field.tsx";
import { QrCode } from "./qr-code.tsx";
import { ShareDelete } from "./share-delete.tsx";
import { ShareEnd } from "./share-end.tsx";

export function ShareRules({ sharing, opened }: { sharing: Sharing; opened: OpenDocument }) {
  const { sharing: words } = rest();
  const rules = sharing.rules.value;
  const isHanding = useSignal(false);
  const id = opened.connection.documentId;
  const owner = `${location.origin}/d/${id}#owner=${credentialsFor(id).key}`;
  return (
    <details class="part" open={askedOfShare.peek() === "delete"}>
      <summary>{words.rules}</summary>
      <label class="switch">
        <input
          type="checkbox"
          disabled={rules === null}
          checked={rules?.locked === true}
          onChange={({ currentTarget: { checked } }) =>
            sharing.change({ locked: checked }, checked ? words.locked : words.unlocked)
          }
        />
        <span>
          {words.lock}
          <small>{words.lockMeans}</small>
        </span>
      </label>
      <label class="switch">
        <input
          type="checkbox"
          disabled={rules === null}
          checked={rules?.embed === true}
          onChange={({ currentTarget: { checked } }) =>
            sharing.change({ embed: checked }, checked ? words.embedded : words.notEmbedded)
          }
        />
        <span>
          {words.embed}
          <small>{words.embedMeans}</small>
        </span>
      </label>
      <ShareEnd sharing={sharing} />
      <h3>{words.hand}</h3>
      {isHanding.value ? (
        <div class="made">
          <p>{words.handLead}</p>
          <CopyField address={owner} label={words.ownerLink} button={words.copy} copied={words.handCopied} />
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
          {words.handButton}
        </button>
      )}
      <ShareDelete sharing={sharing} name={opened.name.value} />
    </details>
  );
}
