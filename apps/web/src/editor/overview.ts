/**
 * Where everybody is in the whole text, in parts of its height, and who writes above and below what one sees. Looked
 * at ten times a second at most, however many move; knows no element of its own.
 */

import type { Extension } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Caret } from "./caret-positions.ts";
import { caretsIn, isCaretNews } from "./remote-carets.ts";

/** How long news wait at most, in milliseconds, so that many are drawn at once. */
const lookAfterMs = 100;

/** For how long after their last letter somebody is said to write, in milliseconds. */
const writingMs = 3_000;

/** One caret, and what is selected from there, in parts (0 … 1) of the height of the strip. */
export interface Mark {
  readonly caret: Caret;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Overview {
  readonly marks: readonly Mark[];
  /** Who is writing where one does not see it, who wrote last first. */
  readonly above: readonly Caret[];
  readonly below: readonly Caret[];
  /** Where the strip is in the editor, in CSS pixels: beside what scrolls, and beside its scroll bar. */
  readonly top: number;
  readonly bottom: number;
  readonly scrollBarWidth: number;
}

export const emptyOverview: Overview = { marks: [], above: [], below: [], top: 0, bottom: 0, scrollBarWidth: 0 };

/** What the overview is of the text of `view` as it is laid out now. */
function readOverview(view: EditorView, now: number): Overview {
  const { scrollDOM, contentHeight } = view;
  const seen = { top: scrollDOM.scrollTop, bottom: scrollDOM.scrollTop + scrollDOM.clientHeight };
  const whole = Math.max(contentHeight, scrollDOM.clientHeight, 1);
  const paddingTop = view.documentPadding.top;
  const heightAt = (position: number): number => view.lineBlockAt(position).top + paddingTop;
  const marks: Mark[] = [];
  const above: Caret[] = [];
  const below: Caret[] = [];
  for (const caret of caretsIn(view)) {
    const block = view.lineBlockAt(caret.head);
    const [from, to] = [Math.min(caret.anchor, caret.head), Math.max(caret.anchor, caret.head)];
    const at = (block.top + paddingTop) / whole;
    marks.push({
      caret,
      at,
      from: from === to ? at : heightAt(from) / whole,
      to: from === to ? at : heightAt(to) / whole,
    });
    if (now - caret.wroteAt > writingMs) continue;
    if (block.bottom + paddingTop <= seen.top) above.push(caret);
    else if (block.top + paddingTop >= seen.bottom) below.push(caret);
  }
  const lastFirst = (one: Caret, other: Caret): number => other.wroteAt - one.wroteAt;
  return {
    marks,
    above: above.sort(lastFirst),
    below: below.sort(lastFirst),
    top: scrollDOM.offsetTop,
    bottom: view.dom.clientHeight - scrollDOM.offsetTop - scrollDOM.clientHeight,
    scrollBarWidth: scrollDOM.offsetWidth - scrollDOM.clientWidth,
  };
}

class OverviewWatch {
  readonly #view: EditorView;
  readonly #tell: (overview: Overview) => void;
  #isEmpty = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Looks again when whoever was said to write may have stopped: that is no news of anybody. */
  #stopTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, tell: (overview: Overview) => void) {
    this.#view = view;
    this.#tell = tell;
    view.scrollDOM.addEventListener("scroll", this.#lookSoon, { passive: true });
    this.#lookSoon();
  }

  update({ docChanged, geometryChanged, transactions }: ViewUpdate): void {
    if (docChanged || geometryChanged || transactions.some(isCaretNews)) this.#lookSoon();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#stopTimer);
    this.#view.scrollDOM.removeEventListener("scroll", this.#lookSoon);
  }

  readonly #lookSoon = (): void => {
    // Alone, one writes as if there were no strip.
    if (this.#isEmpty && caretsIn(this.#view).length === 0) return;
    this.#timer ??= setTimeout(this.#look, lookAfterMs);
  };

  readonly #look = (): void => {
    this.#timer = undefined;
    this.#view.requestMeasure({
      key: this,
      read: (view) => readOverview(view, performance.now()),
      write: (overview) => {
        this.#isEmpty = overview.marks.length === 0;
        this.#tell(overview);
        clearTimeout(this.#stopTimer);
        if (overview.above.length + overview.below.length > 0) this.#stopTimer = setTimeout(this.#look, writingMs);
      },
    });
  };
}

const overviewPlugin = ViewPlugin.define((view, tell: (overview: Overview) => void) => new OverviewWatch(view, tell));

/** Calls `tell` with the overview, soon and then whenever it may have changed. */
export function overview(tell: (overview: Overview) => void): Extension {
  return overviewPlugin.of(tell);
}
