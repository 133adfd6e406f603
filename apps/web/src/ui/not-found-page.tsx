/** What stands where nothing is: said in plain words, with ways on. */

import "./plain-page.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Mark } from "./icons.tsx";
import { NewDocumentButton } from "./new-document-button.tsx";

export function NotFoundPage({ what }: { what: "document" | "page" }) {
  const fault = useSignal("");
  useEffect(() => {
    document.title = "Not found · Samepage";
  }, []);
  return (
    <main class="plain">
      <a class="brand" href="/">
        <Mark />
        Samepage
      </a>
      <h1>There is no {what} at this address.</h1>
      <p class="lead">
        {what === "document"
          ? "The address may have been mistyped or cut short: compare it with the one you were sent. Nothing was lost by opening it."
          : "The address may have been mistyped. Documents have addresses that begin with /d/."}
      </p>
      <div class="ways">
        <NewDocumentButton fault={fault} />
        <button type="button" class="second" onClick={() => location.assign("/")}>
          Go to the first page
        </button>
      </div>
      <p class="fault" role="alert">
        {fault}
      </p>
    </main>
  );
}
