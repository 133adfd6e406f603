/** Faults that nothing caught: whether the page can go on, decided by whether it still shows the text as it is. */

import type { Editor } from "../editor/editor.ts";
import { toast } from "../state/toasts.ts";
import { words } from "../words/words.ts";

/**
 * Listens for what nothing caught. `fail` is called when the page does not show the text as it is any more; else the
 * person is told, once, that something failed. `editorOf`: the editor, once there is one.
 */
export function watchFaults(editorOf: () => Editor | null, fail: (fault: unknown) => void): () => void {
  let wasTold = false;
  const meet = (fault: unknown): void => {
    // What a browser says without an error of a script's is no fault, as that a `ResizeObserver` has more to tell.
    if (!(fault instanceof Error)) return;
    // When what was under way is done: in the middle of it, both may differ for a moment.
    setTimeout(() => {
      const editor = editorOf();
      if (editor !== null && !editor.isTied()) fail(fault);
      else if (!wasTold) {
        wasTold = true;
        toast(words().crash.unharmed);
      }
    });
  };
  const meetError = (event: ErrorEvent): void => meet(event.error);
  const meetRejection = (event: PromiseRejectionEvent): void => meet(event.reason);
  window.addEventListener("error", meetError);
  window.addEventListener("unhandledrejection", meetRejection);
  return () => {
    window.removeEventListener("error", meetError);
    window.removeEventListener("unhandledrejection", meetRejection);
  };
}
