/** What an address gives whoever has it; and for the owner, all that is the owner's to decide. */

import "./share-panel.css";
import { useEffect, useMemo } from "preact/hooks";
import { credentialsFor, sharedAddress } from "../state/credentials.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { Sharing } from "../state/sharing.ts";
import { givenWords } from "../state/sharing-words.ts";
import { rest } from "../words/words.ts";
import { QrCode } from "./qr-code.tsx";
import { ShareAccess } from "./share-access.tsx";
import { ShareLinks } from "./share-links.tsx";
import { SharePeople } from "./share-people.tsx";
import { ShareRules } from "./share-rules.tsx";

export function SharePanel({ opened }: { opened: OpenDocument }) {
  const { connection } = opened;
  const id = connection.documentId;
  const sharing = useMemo(() => new Sharing(id), [id]);
  const role = connection.role.value?.role ?? null;
  const isOwner = role === "owner";
  useEffect(() => {
    void sharing.load(isOwner);
  }, [sharing, isOwner]);
  const here = opened.people.value.map(({ key, name }) => `${key} ${name}`).join("\n");
  useEffect(() => {
    if (isOwner) void sharing.loadPeople();
  }, [sharing, isOwner, here]);

  const address = sharedAddress(id);
  const holdsKey = address.includes("#");
  const needsPassword = credentialsFor(id).key?.includes(".") ?? false;
  const linkRole = holdsKey && role !== "owner" ? role : null;
  return (
    <div class="sharing-more">
      {isOwner ? (
        <ShareAccess sharing={sharing} />
      ) : (
        <p class="given">{givenWords(sharing.rules.value?.access ?? null, linkRole, needsPassword)}</p>
      )}
      <details class="part">
        <summary>{rest().sharing.qrCode}</summary>
        <QrCode address={address} />
      </details>
      {isOwner && (
        <>
          <ShareLinks sharing={sharing} />
          <SharePeople sharing={sharing} links={sharing.links.value} />
          <ShareRules sharing={sharing} opened={opened} />
        </>
      )}
      <p class="said" role="status" aria-label={rest().sharing.status}>
        {sharing.said}
      </p>
      <p class="fault" role="alert">
        {sharing.fault}
      </p>
    </div>
  );
}
