/** What stands at `/new` when too many documents were created from here. */

import "./plain-page.css";
import { PlainHead } from "./plain-head.tsx";

export function TooManyPage() {
  return (
    <main class="plain">
      <PlainHead title="Too many new pages for now." />
      <p class="lead">
        Many were created from where you are, so this server creates no more for a while. Nothing was lost. Try again
        later.
      </p>
      <div class="ways">
        <button type="button" class="primary" onClick={() => location.reload()}>
          Try again
        </button>
        <button type="button" class="second" onClick={() => location.assign("/")}>
          Go to the first page
        </button>
      </div>
    </main>
  );
}
