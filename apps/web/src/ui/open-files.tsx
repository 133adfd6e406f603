/** Opens files: reads them, asks where there is a choice, makes a document of each, and says what was done. On demand. */

import "./files-dialog.css";
import { signal } from "@preact/signals";
import { render } from "preact";
import { excerptOf, rememberOpened } from "../state/recent-documents.ts";
import { type FileReading, readTextFile } from "../state/text-file.ts";
import { type FileRow, FilesDialog } from "./files-dialog.tsx";
import { createFrom, startDocument } from "./new-document.ts";

/** A document that is open, into which files may be put instead. */
export interface OpenPage {
  readonly mayInsert: boolean;
  insert(text: string): void;
}

/** Opens `files`; one alone in the place of this page, if no document is open in it. */
export async function openFiles(files: readonly File[], page: OpenPage | null): Promise<void> {
  const readings = await Promise.all(files.map(readTextFile));
  const [only] = readings;
  if (page === null && readings.length === 1 && only?.ok === true) {
    const fault = await startDocument(contentOf(only));
    if (fault !== "") show([{ name: only.name, state: "failed", why: fault }], null);
    return;
  }
  const rows = readings.map(
    (reading): FileRow =>
      reading.ok
        ? { name: reading.name, state: "read", reading }
        : { name: reading.name, state: "refused", fault: reading.fault },
  );
  show(rows, page);
}

function contentOf({ name, text }: Extract<FileReading, { ok: true }>): { title: string; text: string } {
  return { title: name, text };
}

/** On the first page, too: whoever closes the dialog without going to the document has no other way to it. */
function list(id: string, { name, text }: Extract<FileReading, { ok: true }>): void {
  rememberOpened({ id, title: name, excerpt: excerptOf(text, name), openedAt: Date.now() });
}

/** The dialog with what is known of each file; where nothing is to be chosen, it goes on by itself. */
function show(first: readonly FileRow[], page: OpenPage | null): void {
  const place = document.createElement("div");
  document.body.append(place);
  const rows = signal(first);
  const close = (): void => {
    render(null, place);
    place.remove();
  };
  const open = async (): Promise<void> => {
    // One after the other: the server takes so many at a time from one place.
    for (const row of rows.peek()) {
      if (row.state !== "read") continue;
      const put = (next: FileRow): void => {
        rows.value = rows.peek().map((each) => (each === row ? next : each));
      };
      const created = await createFrom(contentOf(row.reading));
      if (created.ok) list(created.id, row.reading);
      put(
        created.ok
          ? { name: row.name, state: "opened", reading: row.reading, id: created.id }
          : { name: row.name, state: "failed", why: created.message },
      );
    }
  };
  const insert = (): void => {
    const texts = rows.peek().flatMap((row) => (row.state === "read" ? [row.reading.text] : []));
    page?.insert(texts.join("\n"));
    close();
  };
  const isChoice = page !== null && first.some(({ state }) => state === "read");
  render(
    <FilesDialog rows={rows} onOpen={open} onInsert={page?.mayInsert === true ? insert : null} onClose={close} />,
    place,
  );
  if (!isChoice) void open();
}

/** Asks for files with the browser's own dialog, and opens what was chosen. To be called from a press. */
export function chooseFiles(page: OpenPage | null): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => void openFiles([...(input.files ?? [])], page));
  input.click();
}
