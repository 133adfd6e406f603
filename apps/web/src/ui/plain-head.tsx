/** The head of a page that is read, not written in: the way home, and what the page is about. */

import { useEffect, useRef } from "preact/hooks";
import { Mark } from "./icons.tsx";

/** `title` is the heading, and what the tab is called. `takesFocus`: a screen reader is to begin here. */
export function PlainHead({ title, takesFocus = true }: { title: string; takesFocus?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title.replace(/[.。]$/u, "")} · Samepage`;
    if (takesFocus) heading.current?.focus();
  }, [title]);
  return (
    <>
      <a class="brand" href="/">
        <Mark />
        Samepage
      </a>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </>
  );
}
