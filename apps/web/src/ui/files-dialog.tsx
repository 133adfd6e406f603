/** The list of files that are being opened: which will be, which were, which not and why. Knows not how. */

import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { FileFault, FileReading } from "../state/text-file.ts";
import { rest, words } from "../words/words.ts";

type Read = Extract<FileReading, { ok: true }>;

export type FileRow =
  | { readonly name: string; readonly state: "read"; readonly reading: Read }
  | { readonly name: string; readonly state: "opened"; readonly reading: Read; readonly id: string }
  | { readonly name: string; readonly state: "refused"; readonly fault: FileFault }
  | { readonly name: string; readonly state: "failed"; readonly why: string };

interface FilesDialogProps {
  readonly rows: ReadonlySignal<readonly FileRow[]>;
  onOpen(): Promise<void>;
  /** Null where they cannot be put into an open document. */
  readonly onInsert: (() => void) | null;
  onClose(): void;
}

export function FilesDialog({ rows, onOpen, onInsert, onClose }: FilesDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpening = useSignal(false);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const { files } = rest();
  const waiting = rows.value.filter(({ state }) => state === "read").length;
  const heading = waiting > 0 ? files.heading(rows.value.length) : files.name;
  const open = async (): Promise<void> => {
    isOpening.value = true;
    await onOpen();
    isOpening.value = false;
  };
  return (
    <dialog ref={dialog} class="sheet files" aria-label={heading} closedby="any" onClose={onClose}>
      <h2>{heading}</h2>
      <ul class="file-rows" aria-live="polite">
        {rows.value.map((row, index) => (
          <li key={`${index} ${row.name}`}>
            <FileLine row={row} />
          </li>
        ))}
      </ul>
      <div class="file-choices">
        <button type="button" class="second" onClick={() => dialog.current?.close()}>
          {waiting > 0 ? files.cancel : words().app.close}
        </button>
        {waiting > 0 && onInsert !== null && (
          <button type="button" class="second" disabled={isOpening.value} onClick={onInsert}>
            {files.insertHere}
          </button>
        )}
        {waiting > 0 && (
          <button type="button" class="primary" autofocus disabled={isOpening.value} onClick={open}>
            {files.openAsNew(waiting)}
          </button>
        )}
      </div>
    </dialog>
  );
}

function FileLine({ row }: { row: FileRow }) {
  const { files } = rest();
  if (row.state === "refused" || row.state === "failed") {
    return (
      <>
        <span class="file-name">{row.name}</span>
        <span class="file-fault">{row.state === "failed" ? row.why : files.faults[row.fault]}</span>
      </>
    );
  }
  const isUsual = row.reading.encoding === "utf-8";
  return (
    <>
      {row.state === "opened" ? (
        <a class="file-name" href={`/d/${row.id}`} target="_blank" rel="noopener">
          {row.name}
        </a>
      ) : (
        <span class="file-name">{row.name}</span>
      )}
      {!isUsual && <span class="file-note">{files.readAs(row.reading.encoding)}</span>}
      {row.state === "opened" && <span class="file-note">{files.opened}</span>}
    </>
  );
}
