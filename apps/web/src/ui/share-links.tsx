/** The links of a document: what each gives, a new one, and revoking. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Link, NewLink } from "../connection/sharing-api.ts";
import type { Sharing } from "../state/sharing.ts";
import { hasEnded, limitsNobody, linkWords } from "../state/sharing-words.ts";
import { rest } from "../words/words.ts";
import { ConfirmedButton } from "./confirmed-button.tsx";
import { CopyField } from "./copy-field.tsx";
import { QrCode } from "./qr-code.tsx";
import { ShareNewLink } from "./share-new-link.tsx";

export function ShareLinks({ sharing }: { sharing: Sharing }) {
  const { sharing: words } = rest();
  const made = useSignal<NewLink | null>(null);
  const isMaking = useSignal(false);
  const begin = useRef<HTMLButtonElement>(null);
  const wasMaking = useRef(false);
  useEffect(() => {
    if (wasMaking.current) begin.current?.focus();
    wasMaking.current = isMaking.value;
  }, [isMaking.value]);
  const now = Date.now();
  const access = sharing.rules.value?.access ?? "none";
  const open = sharing.links.value.filter((link) => !hasEnded(link, now));
  const ended = sharing.links.value.filter((link) => hasEnded(link, now));
  const isIdle = open.some(({ role }) => limitsNobody(role, access));
  return (
    <details class="part">
      <summary>
        {words.links} <span class="count">{open.length}</span>
      </summary>
      <p>{words.linksLead}</p>
      <ul class="rows">
        {open.map((link) => (
          <LinkRow key={link.id} link={link} now={now}>
            <ConfirmedButton
              word={words.revoke}
              about={nameOf(link)}
              question={words.revokeQuestion}
              onConfirmed={() => sharing.revokeLink(link)}
            />
          </LinkRow>
        ))}
      </ul>
      {isIdle && <p class="hint">{words.linksIdle}</p>}
      {made.value !== null && (
        <div class="made">
          <p>{words.isReady(nameOf(made.value))}</p>
          <CopyField
            key={made.value.id}
            address={made.value.url}
            label={words.newLink}
            button={words.copy}
            copied={words.copied}
          />
          <details>
            <summary>{words.qrCode}</summary>
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
          ref={begin}
          type="button"
          class="second"
          onClick={() => {
            isMaking.value = true;
          }}
        >
          {words.newLinkButton}
        </button>
      )}
      {ended.length > 0 && (
        <details>
          <summary>
            {words.linksEnded} <span class="count">{ended.length}</span>
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
  return label === "" ? rest().sharing.noLabel : label;
}
