/** Find and replace, above the text: our own look and words over CodeMirror's search. */

import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchQuery,
} from "@codemirror/search";
import { type EditorView, type Panel, runScopeHandlers, type ViewUpdate } from "@codemirror/view";
import { type Signal, signal } from "@preact/signals";
import { render } from "preact";
import { toast } from "../state/toasts.ts";
import { rest } from "../words/words.ts";
import { MatchCount, matchAt, mostMatches } from "./find-matches.ts";

/** How long after a change of the text is counted anew, in milliseconds. */
const recountAfterMs = 200;

/** What the panel shows. */
interface Finding {
  readonly query: Signal<SearchQuery>;
  /** Null while they are counted. */
  readonly matches: Signal<readonly number[] | null>;
  readonly selectedFrom: Signal<number>;
  readonly isReadOnly: Signal<boolean>;
}

/** For `search({ createPanel })`. */
export function findPanel(view: EditorView): Panel {
  const { state } = view;
  const finding: Finding = {
    query: signal(getSearchQuery(state)),
    matches: signal(null),
    selectedFrom: signal(state.selection.main.from),
    isReadOnly: signal(state.readOnly),
  };
  const counting = new MatchCount((matches) => {
    finding.matches.value = matches;
  });
  const dom = document.createElement("div");
  dom.className = "find";
  dom.addEventListener("keydown", (event) => {
    if (runScopeHandlers(view, event, "search-panel")) event.preventDefault();
  });
  render(<FindForm view={view} finding={finding} />, dom);
  counting.count(finding.query.value, state);
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
        finding.matches.value = null;
      }
      if (isOther || update.docChanged) counting.count(query, update.state, isOther ? 0 : recountAfterMs);
    },
    destroy() {
      counting.stop();
      render(null, dom);
    },
  };
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
    const count = finding.matches.peek()?.length ?? 0;
    const { doc } = view.state;
    // What would make the text too long is not put in.
    if (replaceAll(view) && count > 0 && view.state.doc !== doc) toast(editing.replaced(count));
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
          aria-invalid={query.search !== "" && !query.valid}
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

/** How many there are, and which is selected; what is wrong with an expression that is none. */
function countWords({ query, matches, selectedFrom }: Finding): string {
  const { editing } = rest();
  if (query.value.search === "") return "";
  if (!query.value.valid) return editing.notAnExpression;
  if (matches.value === null) return "…";
  const count = matches.value.length;
  if (count === 0) return editing.noMatches;
  const at = matchAt(matches.value, selectedFrom.value);
  if (count >= mostMatches) return editing.moreMatches(count);
  return at === null ? editing.matches(count) : editing.matchOf(at, count);
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
