/** The first page: what this is, a new document, the documents opened on this device. */

import "./plain-page.css";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { withRest, words } from "../words/words.ts";
import { catchFiles } from "./file-drop.ts";
import { Mark } from "./icons.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Later } from "./later.tsx";
import { NewDocumentButton } from "./new-document-button.tsx";
import { RecentList } from "./recent-list.tsx";
import { Toasts } from "./toasts.tsx";

export function HomePage() {
  const fault = useSignal("");
  const file = useRef<HTMLInputElement>(null);

  const open = async (files: readonly File[]): Promise<void> => {
    try {
      await (await withRest(() => import("./open-files.tsx"))).openFiles(files, null);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      fault.value = words().app.partMissing; // Without a network the part that reads files may not be there.
    }
  };
  useEffect(() => catchFiles(open), []);

  const openChosen = async (): Promise<void> => {
    const chosen = [...(file.current?.files ?? [])];
    if (file.current !== null) file.current.value = "";
    if (chosen.length > 0) await open(chosen);
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
        <input ref={file} type="file" multiple hidden aria-label={home.aFile} onChange={openChosen} />
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
    </main>
  );
}
