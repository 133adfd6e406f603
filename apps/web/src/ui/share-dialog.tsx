/** Share: the address and a button that copies it; what else there is to sharing is loaded when it is opened. */

import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useRef } from "preact/hooks";
import { sharedAddress } from "../state/credentials.ts";
import { askedOfShare } from "../state/dialogs.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { words } from "../words/words.ts";
import { CopyField } from "./copy-field.tsx";
import { CloseIcon } from "./icons.tsx";
import { loadPart } from "./load-part.ts";

export function ShareDialog({ opened }: { opened: OpenDocument }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = useSignal(false);
  /** Counts how often it was closed: each time it begins anew, before it is opened and the focus goes into it. */
  const closed = useSignal(0);
  const Panel = useSignal<ComponentType<{ opened: OpenDocument }> | null>(null);

  const open = (): void => {
    isOpen.value = true;
    askedOfShare.value ??= "all";
    dialog.current?.showModal();
    if (Panel.peek() !== null) return;
    loadPart(
      () => import("./share-panel.tsx"),
      ({ SharePanel }) => {
        Panel.value = SharePanel;
      },
    );
  };
  useSignalEffect(() => {
    if (askedOfShare.value !== null && !isOpen.peek()) open();
  });
  const { app, share } = words();
  return (
    <>
      <button
        type="button"
        class={`${opened.connection.ending.value === null ? "primary" : "second"} share`}
        onClick={open}
      >
        {share.name}
      </button>
      <dialog
        ref={dialog}
        class="sheet sharing"
        aria-label={share.name}
        closedby="any"
        onClose={() => {
          isOpen.value = false;
          askedOfShare.value = null;
          closed.value += 1;
        }}
      >
        <h2>{share.heading}</h2>
        <CopyField
          key={closed.value}
          focuses
          address={sharedAddress(opened.connection.documentId)}
          label={share.address}
          button={share.copyLink}
          copied={share.copied}
        />
        {isOpen.value && Panel.value !== null && <Panel.value opened={opened} />}
        <button type="button" class="close" aria-label={app.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </button>
      </dialog>
    </>
  );
}
