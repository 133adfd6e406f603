/** The outline beside the text: a press goes there, and the part that stands at the top of the window is marked. */

import "./outline-panel.css";
import { language } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type OutlineEntry, OutlineReader } from "../editor/outline.ts";
import { watchUpdates } from "../editor/watch-updates.ts";
import { togglePanel } from "../state/panels.ts";
import { rest, words } from "../words/words.ts";
import { CloseIcon } from "./icons.tsx";
import { OutlineList, treeOf } from "./outline-list.tsx";
import type { PanelProps } from "./side-panel.tsx";

/** Where the panel covers the text. */
const narrow = "(max-width: 720px)";

/** How far from the top of the window a heading stands that was gone to, in CSS pixels. */
const margin = 24;

export function OutlinePanel({ editor }: PanelProps) {
  const { view } = editor;
  /** Null until the text was read. */
  const entries = useSignal<readonly OutlineEntry[] | null>(null);
  const current = useSignal(-1);
  const tree = useComputed(() => treeOf(entries.value ?? []));
  const list = useRef<HTMLElement>(null);
  const reader = useMemo(
    () =>
      new OutlineReader((told) => {
        entries.value = told;
        markCurrent();
      }),
    [view],
  );
  const markCurrent = (): void => {
    const { scrollTop, clientHeight, scrollHeight } = view.scrollDOM;
    const start = scrollTop - view.documentPadding.top;
    let place = view.lineBlockAtHeight(start + margin + 1).to;
    // At the end of the text no heading comes to the top any more: there, the caret says what is read.
    const caret = view.lineBlockAt(view.state.selection.main.head);
    const isCaretSeen = caret.bottom > start && caret.top < start + clientHeight;
    if (isCaretSeen && scrollTop + clientHeight >= scrollHeight - 1) place = Math.max(place, caret.to);
    current.value = (entries.peek() ?? []).findLastIndex((entry) => reader.placeOf(entry) <= place);
  };
  useEffect(() => {
    reader.read(view.state, null);
    const unwatch = watchUpdates(view, ({ docChanged, changes, state, startState }) => {
      const isOther = state.facet(language) !== startState.facet(language);
      if (docChanged || isOther) reader.read(state, isOther ? null : changes);
    });
    let frame = 0;
    const scroll = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(markCurrent);
    };
    view.scrollDOM.addEventListener("scroll", scroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      view.scrollDOM.removeEventListener("scroll", scroll);
      reader.stop();
      unwatch();
    };
  }, [view]);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current.value]);

  const close = (): void => {
    togglePanel(null);
    view.focus();
  };
  const goTo = (entry: OutlineEntry): void => {
    const at = reader.placeOf(entry);
    view.dispatch({
      selection: { anchor: at },
      effects: EditorView.scrollIntoView(at, { y: "start", yMargin: margin }),
    });
    if (matchMedia(narrow).matches) togglePanel(null);
    view.focus();
  };
  const { outline } = rest();
  const isText = view.state.facet(language) === null;
  return (
    // Esc closes, as everywhere.
    <aside
      class="side outline"
      aria-label={outline.name}
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
    >
      <div class="side-head">
        <h2>{outline.name}</h2>
        <button type="button" class="icon" aria-label={words().app.close} onClick={close}>
          <CloseIcon />
        </button>
      </div>
      <nav ref={list} aria-label={outline.name}>
        {entries.value === null && <p>{outline.reading}</p>}
        {entries.value?.length === 0 && <p>{isText ? outline.emptyPlain : outline.empty}</p>}
        <OutlineList nodes={tree.value} current={current} onChoose={goTo} />
      </nav>
    </aside>
  );
}
