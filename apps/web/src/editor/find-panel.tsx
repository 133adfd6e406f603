/** Find and replace, above the text: our own look and words over CodeMirror's search, and over that for expressions. */

import { closeSearchPanel, getSearchQuery, SearchQuery, setSearchQuery } from "@codemirror/search";
import type { EditorState } from "@codemirror/state";
import { type EditorView, type Panel, runScopeHandlers, type ViewUpdate } from "@codemirror/view";
import { type Signal, signal } from "@preact/signals";
import { render } from "preact";
import { toast } from "../state/toasts.ts";
import { rest } from "../words/words.ts";
import { findNext, findPrevious, replaceAll, replaceNext } from "./find-commands.ts";
import { findingOf, isQuery } from "./find-expression.ts";
import { MatchCount, matchAt, mostMatches } from "./find-matches.ts";

/** How long after a change of the text is counted anew, in milliseconds. */
const recountAfterMs = 200;

/** How many there are, or why that is not known. */
type Count = Counted | "counting" | "too-long";

interface Counted {
  readonly count: number;
  readonly isAll: boolean;
  /** Which of them, from 1, begins there. */
  numberAt(position: number): number | null;
}

/** What the panel shows. */
interface Finding {
  readonly query: Signal<SearchQuery>;
  readonly count: Signal<Count>;
  readonly selectedFrom: Signal<number>;
  readonly isReadOnly: Signal<boolean>;
}

/** For `search({ createPanel })`. */
export function findPanel(view: EditorView): Panel {
  const { state } = view;
  const finding: Finding = {
    query: signal(getSearchQuery(state)),
    count: signal("counting"),
    selectedFrom: signal(state.selection.main.from),
    isReadOnly: signal(state.readOnly),
  };
  const counting = new MatchCount((matches) => {
    const isAll = matches.length < mostMatches;
    finding.count.value = { count: matches.length, isAll, numberAt: (position) => matchAt(matches, position) };
  });
  const dom = document.createElement("div");
  dom.className = "find";
  dom.addEventListener("keydown", (event) => {
    if (runScopeHandlers(view, event, "search-panel")) event.preventDefault();
  });
  render(<FindForm view={view} finding={finding} />, dom);
  counting.count(finding.query.value, state);
  if (finding.query.value.regexp) finding.count.value = countOf(state);
  return {
    dom,
    top: true,
    mount() {
      dom.querySelector<HTMLInputElement>("[main-field]")?.select();
    },
    update(update: ViewUpdate) {
      const query = getSearchQuery(update.state);
      const isOther = !query.eq(finding.query.peek());
      finding.selectedFrom.value = update.state.selection.main.from;
      finding.isReadOnly.value = update.state.readOnly;
      if (isOther) {
        finding.query.value = query;
        finding.count.value = "counting";
      }
      if (query.regexp) {
        counting.stop();
        finding.count.value = countOf(update.state);
      } else if (isOther || update.docChanged) {
        counting.count(query, update.state, isOther ? 0 : recountAfterMs);
      }
    },
    destroy() {
      counting.stop();
      render(null, dom);
    },
  };
}

/** How many an expression has found. */
function countOf(state: EditorState): Count {
  const finding = findingOf(state);
  if (finding.kind === "found") return finding.matches;
  return finding.kind === "searching" ? "counting" : "too-long";
}

type QueryPart = Partial<Pick<SearchQuery, "search" | "replace" | "caseSensitive" | "regexp" | "wholeWord">>;

function FindForm({ view, finding }: { view: EditorView; finding: Finding }) {
  const { editing } = rest();
  const query = finding.query.value;
  const change = (part: QueryPart): void => {
    const { search, replace, caseSensitive, regexp, wholeWord } = query;
    const next = new SearchQuery({ search, replace, caseSensitive, regexp, wholeWord, ...part, literal: true });
    view.dispatch({ effects: setSearchQuery.of(next) });
  };
  const replaceEverything = (): void => {
    const count = finding.count.peek();
    replaceAll(view, typeof count === "string" ? 0 : count.count, (replaced) => toast(editing.replaced(replaced)));
  };
  const onEnter = (act: (isBack: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    act(event.shiftKey);
  };
  return (
    <search class="find-form">
      <div class="find-line">
        <input
          {...{ "main-field": "true" }}
          class="find-field"
          aria-label={editing.find}
          placeholder={editing.find}
          spellcheck={false}
          autocomplete="off"
          value={query.search}
          aria-invalid={query.search !== "" && !isQuery(query)}
          onInput={({ currentTarget }) => change({ search: currentTarget.value })}
          onKeyDown={onEnter((isBack) => void (isBack ? findPrevious(view) : findNext(view)))}
        />
        <output class="find-count">{countWords(finding)}</output>
        <span class="find-switches">
          <Switch
            label={editing.matchCase}
            sign={editing.caseSign}
            isOn={query.caseSensitive}
            set={(on) => change({ caseSensitive: on })}
          />
          <Switch
            label={editing.wholeWord}
            sign={editing.wordSign}
            isOn={query.wholeWord}
            set={(on) => change({ wholeWord: on })}
            isUnderlined
          />
          <Switch label={editing.regexp} sign=".*" isOn={query.regexp} set={(on) => change({ regexp: on })} />
        </span>
        <span class="find-steps">
          <IconButton label={editing.findPrevious} path="m4 10 4-4 4 4" onClick={() => findPrevious(view)} />
          <IconButton label={editing.findNext} path="m4 6 4 4 4-4" onClick={() => findNext(view)} />
          <IconButton label={editing.closeFind} path="m4.5 4.5 7 7m0-7-7 7" onClick={() => closeSearchPanel(view)} />
        </span>
      </div>
      {!finding.isReadOnly.value && (
        <div class="find-line">
          <input
            class="find-field"
            name="replace"
            aria-label={editing.replaceWith}
            placeholder={editing.replaceWith}
            spellcheck={false}
            autocomplete="off"
            value={query.replace}
            onInput={({ currentTarget }) => change({ replace: currentTarget.value })}
            onKeyDown={onEnter(() => void replaceNext(view))}
          />
          <button type="button" class="second" onClick={() => replaceNext(view)}>
            {editing.replace}
          </button>
          <button type="button" class="second" onClick={replaceEverything}>
            {editing.replaceAll}
          </button>
        </div>
      )}
    </search>
  );
}

/** How many there are, and which is selected; what is wrong with an expression that is none, or never ends. */
function countWords({ query, count, selectedFrom }: Finding): string {
  const { editing } = rest();
  if (query.value.search === "") return "";
  if (!isQuery(query.value)) return editing.notAnExpression;
  if (count.value === "counting") return "…";
  if (count.value === "too-long") return editing.takesTooLong;
  const { count: all, isAll } = count.value;
  if (all === 0) return editing.noMatches;
  const at = count.value.numberAt(selectedFrom.value);
  if (!isAll) return editing.moreMatches(all);
  return at === null ? editing.matches(all) : editing.matchOf(at, all);
}

interface SwitchProps {
  readonly label: string;
  /** Drawn, not written: what a screen reader hears and a voice command names is the label. */
  readonly sign: string;
  readonly isUnderlined?: boolean;
  readonly isOn: boolean;
  set(isOn: boolean): void;
}

function Switch({ label, sign, isUnderlined = false, isOn, set }: SwitchProps) {
  return (
    <button
      type="button"
      class={isUnderlined ? "find-switch is-underlined" : "find-switch"}
      data-sign={sign}
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      onClick={() => set(!isOn)}
    />
  );
}

function IconButton({ label, path, onClick }: { label: string; path: string; onClick: () => void }) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} onClick={onClick}>
      <svg viewBox="0 0 16 16" width="16" height="16" fill="none" aria-hidden="true">
        <path d={path} stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
    </button>
  );
}
