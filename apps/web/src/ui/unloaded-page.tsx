/** What stands where a page's own code did not come: what that means for what was written, and the way on. */

import "./plain-page.css";
import { words } from "../words/words.ts";

export function UnloadedPage() {
  const { app, crash } = words();
  return (
    <main class="plain">
      <h1>{crash.heading}</h1>
      <p class="lead">{crash.noText}</p>
      <div class="ways">
        <button type="button" class="primary" onClick={() => location.reload()}>
          {app.reload}
        </button>
      </div>
    </main>
  );
}
