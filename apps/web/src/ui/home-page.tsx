/** The first page: what this is, a new document, the documents opened on this device. */

import "./plain-page.css";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../words/words.ts";
import { Mark } from "./icons.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Later } from "./later.tsx";
import { startFromFile } from "./new-document.ts";
import { NewDocumentButton } from "./new-document-button.tsx";
import { RecentList } from "./recent-list.tsx";
import { Toasts } from "./toasts.tsx";

export function HomePage() {
  const fault = useSignal("");
  const isDropping = useSignal(false);
  const file = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      isDropping.value = true;
    };
    const out = (event: DragEvent): void => {
      if (event.relatedTarget === null) isDropping.value = false;
    };
    const drop = async (event: DragEvent): Promise<void> => {
      event.preventDefault();
      isDropping.value = false;
      const dropped = event.dataTransfer?.files[0];
      if (dropped !== undefined) fault.value = await startFromFile(dropped);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", out);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", out);
      document.removeEventListener("drop", drop);
    };
  }, []);

  const openChosen = async (): Promise<void> => {
    const chosen = file.current?.files?.[0];
    if (chosen !== undefined) fault.value = await startFromFile(chosen);
    if (file.current !== null) file.current.value = "";
  };

  const { home } = words();
  return (
    <main class="plain">
      <div class="brand">
        <Mark />
        Samepage
      </div>
      <h1>{home.heading}</h1>
      <p class="lead">{home.lead}</p>
      <div class="ways">
        <NewDocumentButton fault={fault} />
        <button type="button" class="second" onClick={() => file.current?.click()}>
          {home.openFile}
        </button>
        <input ref={file} type="file" hidden aria-label={home.aFile} onChange={openChosen} />
      </div>
      <p class="hint">{home.orDrop}</p>
      <p class="fault" role="alert">
        {fault}
      </p>
      <RecentList />
      <Later
        load={async () => {
          const { KeptDocuments } = await import("./kept-documents.tsx");
          return <KeptDocuments />;
        }}
      />
      <footer class="home-foot">
        <LanguageChoice />
      </footer>
      <Toasts />
      {isDropping.value && <div class="drop-here">{home.drop}</div>}
    </main>
  );
}
