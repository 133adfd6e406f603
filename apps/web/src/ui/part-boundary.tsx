/** What fails within it is taken away, and said; the text beside it stays. */

import type { ComponentChildren } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { toast } from "../state/toasts.ts";
import { words } from "../words/words.ts";

/** `onFault`: so that what is shown can be closed, and opened anew. */
export function PartBoundary({
  children,
  onFault,
}: {
  children: ComponentChildren;
  onFault: () => void;
}): ComponentChildren {
  const [fault] = useErrorBoundary((error: unknown) => console.error(error));
  useEffect(() => {
    if (fault === undefined) return;
    toast(words().app.partFailed);
    onFault();
  }, [fault]);
  return fault === undefined ? children : null;
}
