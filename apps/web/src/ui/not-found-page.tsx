/** What stands where nothing is: said in plain words, with ways on. */

import "./plain-page.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { rest } from "../words/words.ts";
import { Mark } from "./icons.tsx";
import { NewDocumentButton } from "./new-document-button.tsx";

export function NotFoundPage({ what }: { what: "document" | "page" }) {
  const fault = useSignal("");
  const { doors } = rest();
  useEffect(() => {
    document.title = `${doors.notFound} · Samepage`;
  }, [doors]);
  return (
    <main class="plain">
      <a class="brand" href="/">
        <Mark />
        Samepage
      </a>
      <h1>{what === "document" ? doors.noDocument : doors.noPage}</h1>
      <p class="lead">{what === "document" ? doors.noDocumentLead : doors.noPageLead}</p>
      <div class="ways">
        <NewDocumentButton fault={fault} />
        <button type="button" class="second" onClick={() => location.assign("/")}>
          {doors.toHome}
        </button>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </main>
  );
}
