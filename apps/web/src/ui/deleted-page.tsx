/** What the owner of a deleted document finds at its address: it can be brought back for a time. */

import "./plain-page.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { forSoLong, restorableUntil, restoreDocument } from "../state/restoring.ts";
import { PlainHead } from "./plain-head.tsx";

export function DeletedPage({ id, onRestored }: { id: string; onRestored: () => void }) {
  const fault = useSignal("");
  const until = useSignal(forSoLong);
  useEffect(() => {
    void restorableUntil(id).then((words) => {
      until.value = words;
    });
  }, [id]);
  const bringBack = async (): Promise<void> => {
    fault.value = await restoreDocument(id);
    if (fault.value === "") onRestored();
  };
  return (
    <main class="plain">
      <PlainHead title="This page was deleted." />
      <p class="lead">
        You own it, so you can bring it back {until}, with its text and its links. Then it is gone for good. Everybody
        else is told that there is nothing here.
      </p>
      <div class="ways">
        <button type="button" class="primary" onClick={bringBack}>
          Restore
        </button>
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
