/** What the owner of a deleted document finds at its address: it can be brought back for a time. */

import "./plain-page.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { restorableDays, restorableUntil, restoreDocument } from "../state/restoring.ts";
import { formatLocale, rest } from "../words/words.ts";
import { PlainHead } from "./plain-head.tsx";

export function DeletedPage({ id, onRestored }: { id: string; onRestored: () => void }) {
  const fault = useSignal("");
  const until = useSignal<number | null>(null);
  useEffect(() => {
    void restorableUntil(id).then((time) => {
      until.value = time;
    });
  }, [id]);
  const bringBack = async (): Promise<void> => {
    fault.value = await restoreDocument(id);
    if (fault.value === "") onRestored();
  };
  const { doors } = rest();
  return (
    <main class="plain">
      <PlainHead title={doors.deleted} />
      <p class="lead">
        {until.value === null ? doors.deletedLeadFor(restorableDays) : doors.deletedLead(timeInFull(until.value))}
      </p>
      <div class="ways">
        <button type="button" class="primary" onClick={bringBack}>
          {doors.restore}
        </button>
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

function timeInFull(time: number): string {
  return new Intl.DateTimeFormat(formatLocale(), { dateStyle: "long", timeStyle: "short" }).format(time);
}
