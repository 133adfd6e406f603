/** The frame of the shell's dialogs: opens with what it shows, and gives the focus back to where it was. */

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type ShellDialog as Name, openDialog } from "../state/dialogs.ts";
import { words } from "../words/words.ts";
import { CloseIcon } from "./icons.tsx";

export function ShellDialog(props: { name: Name; label: string; children: ComponentChildren }) {
  const { name, label, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // Not its first button: what it is called is heard, and what comes first in it is next.
    dialog.current?.focus();
  }, []);
  const forget = (): void => {
    if (openDialog.peek() === name) openDialog.value = null;
  };
  return (
    <dialog ref={dialog} class="window" aria-label={label} closedby="any" tabIndex={-1} onClose={forget}>
      <div class="window-head">
        <h2>{label}</h2>
        <button type="button" class="icon" aria-label={words().app.close} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </button>
      </div>
      <div class="window-body">{children}</div>
    </dialog>
  );
}
