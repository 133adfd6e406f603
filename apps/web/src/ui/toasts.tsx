/** The toasts: heard by screen readers, in nobody's way, closed by a press. */

import "./toasts.css";
import { dismissToast, holdToasts, releaseToasts, toasts } from "../state/toasts.ts";
import { words } from "../words/words.ts";
import { CloseIcon } from "./icons.tsx";

export function Toasts() {
  const { app } = words();
  return (
    // Whoever reads them, or has the focus there, has all the time for it.
    <div
      class="toasts"
      role="status"
      aria-label={app.notifications}
      onPointerEnter={holdToasts}
      onPointerLeave={releaseToasts}
      onFocusIn={holdToasts}
      onFocusOut={releaseToasts}
    >
      {toasts.value.map((each) => (
        <div key={each} class="toast">
          <p>{each.message}</p>
          {each.action !== undefined && (
            <button
              type="button"
              onClick={() => {
                dismissToast(each);
                each.action?.run();
              }}
            >
              {each.action.label}
            </button>
          )}
          <button type="button" class="icon" aria-label={app.close} onClick={() => dismissToast(each)}>
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}
