/** The links of a document: what each gives, a new one, and revoking. */

import { useSignal } from "@preact/signals";
import type { Link, NewLink } from "../connection/sharing-api.ts";
import type { Sharing } from "../state/sharing.ts";
import { hasEnded, limitsNobody, linkWords } from "../state/sharing-words.ts";
import { ConfirmedButton } from "./confirmed-button.tsx";
import { CopyField } from "./copy-field.tsx";
import { QrCode } from "./qr-code.tsx";
import { ShareNewLink } from "./share-new-link.tsx";

export function ShareLinks({ sharing }: { sharing: Sharing }) {
  const made = useSignal<NewLink | null>(null);
  const isMaking = useSignal(false);
  const now = Date.now();
  const access = sharing.rules.value?.access ?? "none";
  const open = sharing.links.value.filter((link) => !hasEnded(link, now));
  const ended = sharing.links.value.filter((link) => hasEnded(link, now));
  const isIdle = open.some(({ role }) => limitsNobody(role, access));
  return (
    <details class="part">
      <summary>
        Links <span class="count">{open.length}</span>
      </summary>
      <p>Each gives whoever has it what you say, for as long as you say, until you revoke it.</p>
      <ul class="rows">
        {open.map((link) => (
          <LinkRow key={link.id} link={link} now={now}>
            <ConfirmedButton
              word="Revoke"
              about={nameOf(link)}
              question="Whoever came by this link is cut off at once, and it opens nothing any more."
              onConfirmed={() => sharing.revokeLink(link)}
            />
          </LinkRow>
        ))}
      </ul>
      {isIdle && (
        <p class="hint">
          The address without a key gives more than some of these links: whoever has one of them can take its key off.
          To limit them, let the address give less.
        </p>
      )}
      {made.value !== null && (
        <div class="made">
          <p>
            <strong>{nameOf(made.value)}</strong> is ready. Its address is shown this once: copy it now.
          </p>
          <CopyField
            key={made.value.id}
            address={made.value.url}
            label="New link"
            button="Copy"
            copied="Copied. Send it to whoever is to have it."
          />
          <details>
            <summary>QR code</summary>
            <QrCode address={made.value.url} />
          </details>
        </div>
      )}
      {isMaking.value ? (
        <ShareNewLink
          sharing={sharing}
          onDone={(link) => {
            isMaking.value = false;
            made.value = link ?? made.value;
          }}
        />
      ) : (
        <button
          type="button"
          class="second"
          onClick={() => {
            isMaking.value = true;
          }}
        >
          New link…
        </button>
      )}
      {ended.length > 0 && (
        <details>
          <summary>
            Links that open nothing any more <span class="count">{ended.length}</span>
          </summary>
          <ul class="rows">
            {ended.map((link) => (
              <LinkRow key={link.id} link={link} now={now} />
            ))}
          </ul>
        </details>
      )}
    </details>
  );
}

function LinkRow({ link, now, children }: { link: Link; now: number; children?: preact.ComponentChildren }) {
  return (
    <li>
      <div>
        <span class="name">{nameOf(link)}</span>
        <span class="facts">{linkWords(link, now)}</span>
      </div>
      {children}
    </li>
  );
}

function nameOf({ label }: Link): string {
  return label === "" ? "Link without a label" : label;
}
