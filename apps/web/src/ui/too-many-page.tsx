/** What stands at `/new` when too many documents were created from here. */

import "./plain-page.css";
import { rest, words } from "../words/words.ts";
import { PlainHead } from "./plain-head.tsx";

export function TooManyPage() {
  const { doors } = rest();
  return (
    <main class="plain">
      <PlainHead title={doors.tooMany} />
      <p class="lead">{doors.tooManyLead}</p>
      <div class="ways">
        <button type="button" class="primary" onClick={() => location.reload()}>
          {words().app.tryAgain}
        </button>
        <button type="button" class="second" onClick={() => location.assign("/")}>
          {doors.toHome}
        </button>
      </div>
    </main>
  );
}
