/**
 * Says to screen readers what one would else see: who comes and goes, who writes where one is, how far saving is. Each
 * only as often as one can listen, and each can be switched off.
 */

import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Editor } from "../editor/editor.ts";
import { nearbyEdits } from "../editor/nearby-edits.ts";
import type { Overview } from "../editor/overview.ts";
import { caretsIn } from "../editor/remote-carets.ts";
import { announce, announcements, isSaveStateSaid } from "../state/announcing.ts";
import { arrivalsBetween } from "../state/arrivals.ts";
import type { OpenDocument } from "../state/open-document.ts";
import type { Person } from "../state/people.ts";
import { preferences } from "../state/preferences.ts";
import { saveStateWords } from "../state/save-state-words.ts";
import { rest } from "../words/words.ts";

/** How long news are gathered, in milliseconds: of people, and of writing nearby. */
const peopleAfterMs = 2_000;
const editsAfterMs = 5_000;

/** How long a save state has to last to be said, in milliseconds: between two letters it changes and changes back. */
const saveStateAfterMs = 1_500;

/** After so long, in milliseconds, it is said again that somebody still writes there. */
const sameEditAfterMs = 30_000;

type Sentence = (name: string, others: number) => string;

/** `people` in a sentence by the first name; nothing when there are none. */
function sayOf(names: readonly string[], sentence: Sentence): void {
  const [name] = names;
  if (name !== undefined) announce(sentence(name, names.length - 1));
}

export function Announcer(props: { opened: OpenDocument; editor: Editor; overview: { readonly value: Overview } }) {
  const { opened, editor, overview } = props;
  useSaidSaveState(opened);
  useSaidPeople(opened);
  useSaidEdits(opened, editor, overview);
  return (
    <div class="for-screen-readers" role="log" aria-label={rest().announcements.name}>
      {announcements.value.map((said) => (
        <p key={said}>{said.message}</p>
      ))}
    </div>
  );
}

function useSaidSaveState({ connection }: OpenDocument): void {
  const first = useRef(true);
  useEffect(() => {
    isSaveStateSaid.value = true;
    return () => {
      isSaveStateSaid.value = false;
    };
  }, []);
  useSignalEffect(() => {
    const said = saveStateWords(connection.saveState.value);
    const isOn = preferences.announceSaveState.value;
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = setTimeout(() => isOn && announce(said), saveStateAfterMs);
    return () => clearTimeout(timer);
  });
}

function useSaidPeople({ connection, people }: OpenDocument): void {
  const known = useRef<readonly Person[] | null>(null);
  useSignalEffect(() => {
    const now = people.value;
    const { kind } = connection.saveState.value;
    // Without a connection nobody knows who is here: they did not leave.
    if (kind === "offline" || kind === "reconnecting") return undefined;
    const timer = setTimeout(() => {
      const { joined, left } = arrivalsBetween(known.current ?? [], now);
      const isFirst = known.current === null;
      known.current = now;
      if (!preferences.announcePeople.peek()) return;
      const text = rest().announcements;
      sayOf(joined, isFirst ? text.here : text.joined);
      sayOf(left, text.left);
    }, peopleAfterMs);
    return () => clearTimeout(timer);
  });
}

function useSaidEdits(opened: OpenDocument, editor: Editor, overview: { readonly value: Overview }): void {
  const lookedAt = useRef(performance.now());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef({ message: "", at: Number.NEGATIVE_INFINITY });
  useEffect(() => () => clearTimeout(timer.current), []);
  useSignalEffect(() => {
    // Whatever others do shows there, ten times a second at most.
    overview.value;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const since = lookedAt.current;
      const now = performance.now();
      lookedAt.current = now;
      if (!preferences.announceEdits.peek()) return;
      const { doc, selection } = editor.view.state;
      const own = opened.people.peek().find(({ isSelf }) => isSelf)?.key;
      const others = caretsIn(editor.view).filter(({ key }) => key !== own);
      const edits = nearbyEdits(doc, selection.main.head, others, since);
      const here = edits.filter(({ isSameLine }) => isSameLine);
      const text = rest().announcements;
      const [said, sentence] = here.length > 0 ? [here, text.writingHere] : [edits, text.writingNear];
      const [first] = said;
      if (first === undefined) return;
      const message = sentence(first.name, said.length - 1);
      if (message === last.current.message && now - last.current.at < sameEditAfterMs) return;
      last.current = { message, at: now };
      announce(message);
    }, editsAfterMs);
  });
}
