/** Loads what there is for the others' sake once the text is on the screen, and again when somebody comes if it failed. */

import { useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentType } from "preact";
import { useRef } from "preact/hooks";
import type { Editor } from "../editor/editor.ts";
import { followed, peopleSheet } from "../state/following.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { toast } from "../state/toasts.ts";
import { withRest, words } from "../words/words.ts";

interface CompanyProps {
  readonly opened: OpenDocument;
  readonly editor: Editor;
}

/** How long the text has to itself, in milliseconds: it is drawn and coloured first. */
const loadAfterMs = 200;

export function CompanyLater(props: CompanyProps) {
  const Company = useSignal<ComponentType<CompanyProps> | null>(null);
  const isLoading = useRef(false);
  const load = (): void => {
    if (isLoading.current) return;
    isLoading.current = true;
    withRest(() => import("./company.tsx")).then(
      (loaded) => {
        Company.value = loaded.Company;
      },
      () => {
        isLoading.current = false;
        // Without a wish for it nobody misses it; who has one is told.
        if (followed.peek() === null && peopleSheet.peek() === null) return;
        followed.value = null;
        peopleSheet.value = null;
        toast(words().app.partMissing);
      },
    );
  };
  useSignalEffect(() => {
    const wish = followed.value ?? peopleSheet.value;
    const isNews = props.opened.people.value.length > 0;
    if (Company.peek() !== null || !isNews) return undefined;
    const timer = setTimeout(load, wish === null ? loadAfterMs : 0);
    return () => clearTimeout(timer);
  });
  return Company.value === null ? null : <Company.value {...props} />;
}
