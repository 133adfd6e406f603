/** The toasts: heard by screen readers, in nobody's way, closed by a press. */

import "./toasts.css";
import { dismissToast, toasts } from "../state/toasts.ts";
import { words } from "../words/words.ts";
import { CloseIcon } from "./icons.tsx";

export function Toasts() {
  const { app } = words();
  return (
    <div class="toasts" role="status" aria-label={app.notifications}>
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
