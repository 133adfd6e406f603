/**
 * Finding by an expression: it is run by a worker only. CodeMirror's own search is told that such a query is none, and so
 * runs it nowhere. Knows no panel; what was found is in the editor's state, and follows the text.
 */

import { getSearchQuery, SearchQuery, searchPanelOpen, setSearchQuery } from "@codemirror/search";
import { type ChangeDesc, EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { toast } from "../state/toasts.ts";
import { rest, words } from "../words/words.ts";
import { type Expression, regExpOf } from "./expression-matches.ts";
import type { Replacement } from "./expression-messages.ts";
import { ExpressionSearch, type SearchOutcome } from "./expression-search.ts";
import { FoundMatches } from "./found-matches.ts";

/** How long after a change of the text is searched anew, in milliseconds. */
const searchAgainAfterMs = 200;

/** What is no valid query, CodeMirror runs nowhere. */
class HeldExpression extends SearchQuery {
  override readonly valid = false;

  constructor({ search, replace, caseSensitive, wholeWord, literal }: SearchQuery) {
    super({ search, replace, caseSensitive, wholeWord, literal, regexp: true });
  }
}

// Vim shows what it found by marking its queries so, and looks for them here.
const isOfVim = (query: SearchQuery): boolean => "forVim" in query;

/** Whoever sets a query that is an expression, it is held. */
const holdExpressions = EditorState.transactionExtender.of(({ effects }) => {
  const query = effects.findLast((effect) => effect.is(setSearchQuery))?.value as SearchQuery | undefined;
  if (query === undefined || !query.regexp || query instanceof HeldExpression || isOfVim(query)) return null;
  return { effects: setSearchQuery.of(new HeldExpression(query)) };
});

/** What is to be found, and can be: whether CodeMirror finds it or a worker. */
export function isQuery(query: SearchQuery): boolean {
  if (query.search === "" || !query.regexp) return query.valid;
  try {
    regExpOf({ source: query.search, isCaseSensitive: query.caseSensitive });
    return true;
  } catch {
    return false; // What somebody typed is no expression, or none yet.
  }
}

export type Finding =
  | { readonly kind: "searching" }
  | { readonly kind: "found"; readonly matches: FoundMatches }
  /** It was ended, and is tried again when the person says so. */
  | { readonly kind: "too-long" };

const setFinding = StateEffect.define<Finding>();

const finding = StateField.define<Finding>({
  create: () => ({ kind: "searching" }),
  update(value, { effects, startState, docChanged, changes }) {
    let now = value;
    // While nobody looks, it is not followed: who looks again searches again.
    if (docChanged && !searchPanelOpen(startState)) now = { kind: "searching" };
    else if (docChanged && value.kind === "found") now = { ...value, matches: value.matches.follow(changes.desc) };
    for (const effect of effects) {
      if (effect.is(setFinding)) now = effect.value;
      if (effect.is(setSearchQuery) && findsOther(effect.value, getSearchQuery(startState)))
        now = { kind: "searching" };
    }
    return now;
  },
});

/** Whether `query` may find something else than `other`, whatever is put in its place. */
function findsOther(query: SearchQuery, other: SearchQuery): boolean {
  const { search, regexp, caseSensitive, wholeWord } = query;
  return !new SearchQuery({ search, regexp, caseSensitive, wholeWord, replace: other.replace }).eq(other);
}

/** How far finding the expression is that is the query of `state`. */
export function findingOf(state: EditorState): Finding {
  return state.field(finding);
}

/** What is done with what was found in the text as it now stands, and with what is to be put there. */
type Use = (matches: FoundMatches, inserts: readonly (string | null)[]) => void;

class Finder {
  readonly #view: EditorView;
  readonly #search = new ExpressionSearch();
  /** What was changed since it was asked; null while nothing is asked. */
  #since: { changes: ChangeDesc | null } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView) {
    this.#view = view;
  }

  update({ state, startState, docChanged, changes }: ViewUpdate): void {
    if (docChanged && this.#since !== null) {
      this.#since = { changes: this.#since.changes?.composeDesc(changes.desc) ?? changes.desc };
    }
    const isOpen = searchPanelOpen(state);
    const wasOpen = searchPanelOpen(startState);
    if (!isOpen) {
      if (wasOpen) this.destroy();
    } else if (!wasOpen || findsOther(getSearchQuery(state), getSearchQuery(startState))) {
      this.#ask(state);
    } else if (docChanged && findingOf(state).kind !== "too-long") {
      this.#askLater();
    }
  }

  /** Not put off by every change, nor is a search given up for one: others may write without a pause. */
  #askLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#since !== null) this.#askLater();
      else this.#ask(this.#view.state);
    }, searchAgainAfterMs);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#since = null;
    this.#search.stop();
  }

  /** Has `use` called with what is found: at once if that is known. */
  whenFound(use: Use): void {
    const now = findingOf(this.#view.state);
    if (now.kind === "found" && searchPanelOpen(this.#view.state)) use(now.matches, []);
    else this.#ask(this.#view.state, null, use);
  }

  /** Has `use` called with what is found from now on, and what is to be put there. */
  replace(replacement: Replacement, use: Use): void {
    this.#ask(this.#view.state, replacement, use);
  }

  #ask(state: EditorState, replacement: Replacement | null = null, use: Use | null = null): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const query = getSearchQuery(state);
    if (!query.regexp || !isQuery(query)) {
      this.#since = null;
      this.#search.stop();
      return;
    }
    this.#since = { changes: null };
    const asked = this.#search.search({ expression: expressionOf(state), replacement }, state.doc);
    void asked.then((outcome) => this.#take(outcome, use));
  }

  #take(outcome: SearchOutcome, use: Use | null): void {
    if (outcome.kind === "given-up") return;
    const changes = this.#since?.changes ?? null;
    this.#since = null;
    if (outcome.kind === "missing") {
      toast(words().app.partMissing);
    } else if (outcome.kind === "too-long") {
      if (!searchPanelOpen(this.#view.state)) toast(rest().editing.takesTooLong);
      this.#view.dispatch({ effects: setFinding.of(outcome) });
    } else {
      const matches = new FoundMatches(outcome.positions, outcome.isAll, changes);
      this.#view.dispatch({ effects: setFinding.of({ kind: "found", matches }) });
      use?.(matches, outcome.inserts);
    }
  }
}

function expressionOf(state: EditorState): Expression {
  const { search, caseSensitive, wholeWord } = getSearchQuery(state);
  const wordCharacters = state.languageDataAt<string>("wordChars", state.selection.main.head).join("");
  return { source: search, isCaseSensitive: caseSensitive, isWholeWord: wholeWord, wordCharacters };
}

const finder = ViewPlugin.fromClass(Finder);

/** What finds the expression that is the query of `view`; null where that is none. */
export function finderOf(view: EditorView): Finder | null {
  const query = getSearchQuery(view.state);
  return query.regexp && isQuery(query) ? view.plugin(finder) : null;
}

/** To be put beside CodeMirror's `search`. */
export const findingExpressions: Extension = [holdExpressions, finding, finder];
