/** The toasts: heard by screen readers, in nobody's way, closed by a press. */

import "./toasts.css";
import { useRef } from "preact/hooks";
import { dismissToast, holdToasts, releaseToasts, type Toast, toasts } from "../state/toasts.ts";
import { words } from "../words/words.ts";
import { CloseIcon } from "./icons.tsx";

export function Toasts() {
  const { app } = words();
  const cameFrom = useRef<HTMLElement | null>(null);
  const enter = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    holdToasts();
    const isWithin =
      currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!isWithin) cameFrom.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
  };
  const close = (closed: Toast): void => {
    // Before it goes, and the focus with it.
    cameFrom.current?.focus({ preventScroll: true });
    dismissToast(closed);
  };
  return (
    // Whoever reads them, or has the focus there, has all the time for it.
    <div
      class="toasts"
      role="status"
      aria-label={app.notifications}
      onPointerEnter={holdToasts}
      onPointerLeave={releaseToasts}
      onFocusIn={enter}
      onFocusOut={releaseToasts}
    >
      {toasts.value.map((each) => (
        <div key={each} class="toast">
          <p>{each.message}</p>
          {each.action !== undefined && (
            <button
              type="button"
              onClick={() => {
                close(each);
                each.action?.run();
              }}
            >
              {each.action.label}
            </button>
          )}
          <button type="button" class="icon" aria-label={app.close} onClick={() => close(each)}>
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}
