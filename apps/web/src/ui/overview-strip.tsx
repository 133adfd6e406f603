/**
 * Where everybody is in the whole text: a mark each beside the scroll bar, in their colour. A help for the eye and the
 * mouse; by keyboard, and for screen readers, the list of people leads to the same places.
 */

import type { ReadonlySignal } from "@preact/signals-core";
import type { Caret } from "../editor/caret-positions.ts";
import type { Mark, Overview } from "../editor/overview.ts";

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** `isSelf` says whose own carets, of other tabs, are left out. */
export function OverviewStrip(props: {
  overview: ReadonlySignal<Overview>;
  isSelf: (caret: Caret) => boolean;
  onGoTo: (caret: Caret) => void;
}) {
  const { marks, top, bottom, scrollBarWidth } = props.overview.value;
  const others = marks.filter(({ caret }) => !props.isSelf(caret));
  if (others.length === 0) return null;
  return (
    <div
      class="overview"
      style={{ insetBlockStart: `${top}px`, insetBlockEnd: `${bottom}px`, insetInlineEnd: `${scrollBarWidth}px` }}
    >
      {others.map((mark) => (
        <OverviewMark key={mark.caret.client} mark={mark} onGoTo={props.onGoTo} />
      ))}
    </div>
  );
}

function OverviewMark({ mark, onGoTo }: { mark: Mark; onGoTo: (caret: Caret) => void }) {
  const { caret, at, from, to } = mark;
  return (
    <>
      {to > from && (
        <span
          class={`overview-range hue-${caret.hue}`}
          style={{ insetBlockStart: percent(from), blockSize: percent(to - from) }}
        />
      )}
      <button
        type="button"
        class={`overview-mark hue-${caret.hue}`}
        data-name={caret.name}
        tabIndex={-1}
        aria-hidden="true"
        style={{ insetBlockStart: percent(at) }}
        onClick={() => onGoTo(caret)}
      />
    </>
  );
}
