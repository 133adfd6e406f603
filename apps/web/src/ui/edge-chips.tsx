/** Who is writing where one does not see it: a word at the edge behind which that is, and a way there. */

import type { ReadonlySignal } from "@preact/signals-core";
import { useRef } from "preact/hooks";
import type { Caret } from "../editor/caret-positions.ts";
import type { Overview } from "../editor/overview.ts";
import { rest } from "../words/words.ts";
import { DownIcon, UpIcon } from "./icons.tsx";

/** `isSelf` says whose own carets, of other tabs, are left out. */
export function EdgeChips(props: {
  overview: ReadonlySignal<Overview>;
  isSelf: (caret: Caret) => boolean;
  onGoTo: (caret: Caret) => void;
}) {
  const { above, below, top, bottom } = props.overview.value;
  const others = (carets: readonly Caret[]): readonly Caret[] => carets.filter((caret) => !props.isSelf(caret));
  return (
    <>
      <EdgeChip edge="above" carets={others(above)} offset={top} onGoTo={props.onGoTo} />
      <EdgeChip edge="below" carets={others(below)} offset={bottom} onGoTo={props.onGoTo} />
    </>
  );
}

/** `carets` are of those who write there, who wrote last first; without any, what was said last fades. */
function EdgeChip(props: {
  edge: "above" | "below";
  carets: readonly Caret[];
  offset: number;
  onGoTo: (caret: Caret) => void;
}) {
  const { edge, offset, onGoTo } = props;
  const last = useRef<readonly Caret[]>([]);
  if (props.carets.length > 0) last.current = props.carets;
  const [caret] = last.current;
  if (caret === undefined) return null;
  const people = rest().people;
  const others = new Set(last.current.map(({ key }) => key)).size - 1;
  const isAbove = edge === "above";
  return (
    <button
      type="button"
      class={`edge-chip is-${edge} hue-${caret.hue}`}
      data-shown={props.carets.length > 0}
      style={isAbove ? { insetBlockStart: `${offset}px` } : { insetBlockEnd: `${offset}px` }}
      aria-label={(isAbove ? people.writingAbove : people.writingBelow)(caret.name, others)}
      onClick={() => onGoTo(caret)}
    >
      {isAbove ? <UpIcon /> : <DownIcon />}
      <span>{people.writing(caret.name, others)}</span>
    </button>
  );
}
