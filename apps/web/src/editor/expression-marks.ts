/** Marks in the text what an expression found, as CodeMirror's search does what it finds itself. */

import { getSearchQuery, searchPanelOpen } from "@codemirror/search";
import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { findingOf } from "./find-expression.ts";

const mark = Decoration.mark({ class: "cm-searchMatch" });
const selectedMark = Decoration.mark({ class: "cm-searchMatch cm-searchMatch-selected" });

function marksIn({ state, visibleRanges }: EditorView): DecorationSet {
  const finding = findingOf(state);
  if (finding.kind !== "found" || !searchPanelOpen(state) || !getSearchQuery(state).regexp) return Decoration.none;
  const builder = new RangeSetBuilder<Decoration>();
  let end = -1;
  for (const visible of visibleRanges) {
    for (const { from, to } of finding.matches.within(visible.from, visible.to)) {
      // One may stand in two ranges, and there is nothing to see of an empty one.
      if (from < end || from === to) continue;
      const isSelected = state.selection.ranges.some((range) => range.from === from && range.to === to);
      builder.add(from, to, isSelected ? selectedMark : mark);
      end = to;
    }
  }
  return builder.finish();
}

export const expressionMarks = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;

    constructor(view: EditorView) {
      this.marks = marksIn(view);
    }

    update({ view, state, startState, docChanged, selectionSet, viewportChanged }: ViewUpdate): void {
      const isOther =
        findingOf(state) !== findingOf(startState) ||
        searchPanelOpen(state) !== searchPanelOpen(startState) ||
        getSearchQuery(state) !== getSearchQuery(startState);
      if (isOther || docChanged || selectionSet || viewportChanged) this.marks = marksIn(view);
    }
  },
  { decorations: ({ marks }) => marks },
);
