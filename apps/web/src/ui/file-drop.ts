/** Files that come onto a page, dropped or pasted: caught here, whatever is done with them. What does it is loaded then. */

import { words } from "../words/words.ts";

/** What to do with `files`; `at`: where they were dropped, in the window's coordinates, null for pasted ones. */
export type TakeFiles = (files: readonly File[], at: { readonly x: number; readonly y: number } | null) => void;

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;

/** Hands what is dropped and pasted anywhere on the page to `take`, before anything else on it sees it, until stopped. */
export function catchFiles(take: TakeFiles): () => void {
  const stopped = new AbortController();
  const options = { signal: stopped.signal, capture: true };
  const sign = document.createElement("div");
  sign.className = "drop-here";
  sign.ariaHidden = "true"; // For whoever drags with a pointer, who sees it.
  const over = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
    sign.textContent = words().home.drop;
    document.body.append(sign);
  };
  const out = (event: DragEvent): void => {
    if (event.relatedTarget === null) sign.remove();
  };
  const drop = (event: DragEvent): void => {
    sign.remove();
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) take(files, { x: event.clientX, y: event.clientY });
  };
  const paste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    // What is text, too, is pasted as that: browsers put a picture of it beside what spreadsheets copy.
    if (clipboardData === null || clipboardData.files.length === 0 || clipboardData.types.includes("text/plain"))
      return;
    event.preventDefault();
    event.stopPropagation();
    take([...clipboardData.files], null);
  };
  document.addEventListener("dragover", over, options);
  document.addEventListener("dragleave", out, options);
  document.addEventListener("drop", drop, options);
  document.addEventListener("paste", paste, options);
  return () => {
    stopped.abort();
    sign.remove();
  };
}
