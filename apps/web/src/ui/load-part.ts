/** Loading a part of the page when it is first asked for; and when it does not come, saying so, with what to do. */

import { toast } from "../state/toasts.ts";
import { withRest, words } from "../words/words.ts";

/**
 * Gives `use` what `load` loads, its words there too. When it does not come, the person is told and can try again; what
 * does not come a second time is gone, because the server has another version of the page by now.
 */
export function loadPart<Part>(load: () => Promise<Part>, use: (part: Part) => void, hasFailed = false): void {
  withRest(load).then(use, (error: unknown) => {
    console.warn(error);
    const { app } = words();
    if (hasFailed && navigator.onLine) toast(app.partGone, { label: app.reload, run: () => location.reload() });
    else toast(app.partMissing, { label: app.tryAgain, run: () => loadPart(load, use, true) });
  });
}
