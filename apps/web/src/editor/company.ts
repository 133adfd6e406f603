/**
 * What the editor does for others' sake beside drawing their carets: says where they are in the whole text, follows one
 * of them, shows the names that one points at. Loaded when the text is there; puts itself into the editor that is.
 */

import { StateEffect } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals-core";
import { followed, pointedAt } from "../state/following.ts";
import type { Person } from "../state/people.ts";
import { caretHover } from "./caret-hover.ts";
import { followCaret } from "./follow-caret.ts";
import { emptyOverview, type Overview, overview } from "./overview.ts";
import { pointAtCarets, scrollToCaret } from "./remote-carets.ts";

export interface Company {
  readonly overview: ReadonlySignal<Overview>;
  /** Brings the caret of the person `key` into view and shows its name for a while; false when there is none. */
  goTo(key: string): boolean;
  leave(): void;
}

/** How long the name stands at a caret that one went to, in milliseconds. */
const shownMs = 2_000;

/** Keeps company in `view` to `people`, until `leave`; for once in a view. */
export function keepCompany(view: EditorView, people: ReadonlySignal<readonly Person[]>): Company {
  const seen: Signal<Overview> = signal(emptyOverview);
  const hovered = signal<readonly number[]>([]);
  /** The key of the person whom one went to just now. */
  const wentTo = signal<string | null>(null);
  const stopFollowing = (): void => {
    followed.value = null;
  };
  const clientsOf = (key: string | null): readonly number[] =>
    people.value.find((person) => person.key === key)?.clients ?? [];
  view.dispatch({
    effects: StateEffect.appendConfig.of([
      overview((news) => {
        seen.value = news;
      }),
      followCaret.of({ followed: () => followed.peek(), stop: stopFollowing }),
      caretHover.of((clients) => {
        hovered.value = clients;
      }),
    ]),
  });
  const stops = [
    effect(() => pointAtCarets(view, [...hovered.value, ...clientsOf(pointedAt.value), ...clientsOf(wentTo.value)])),
    effect(() => {
      if (followed.value !== null) view.plugin(followCaret)?.bringSoon();
    }),
    effect(() => {
      // Whoever left is not followed when somebody comes back under another key.
      if (followed.value !== null && clientsOf(followed.value).length === 0) stopFollowing();
    }),
  ];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    overview: seen,
    goTo(key) {
      if (!scrollToCaret(view, clientsOf(key))) return false;
      wentTo.value = key;
      clearTimeout(timer);
      timer = setTimeout(() => {
        wentTo.value = null;
      }, shownMs);
      return true;
    },
    leave() {
      clearTimeout(timer);
      for (const stop of stops) stop();
      stopFollowing();
      pointedAt.value = null;
    },
  };
}
