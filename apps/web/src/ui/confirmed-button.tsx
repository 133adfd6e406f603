/** A button that asks once more, in its place, before it does what cannot be undone at once. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { rest } from "../words/words.ts";

export function ConfirmedButton(props: {
  /** What it does, in a word. */
  word: string;
  /** To whom or what, for whoever cannot see where it stands. */
  about: string;
  /** What will happen, asked before it does. */
  question: string;
  onConfirmed: () => void;
}) {
  const isAsking = useSignal(false);
  const yes = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking.value) yes.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = isAsking.value;
  }, [isAsking.value]);

  const label = rest().sharing.about(props.word, props.about);
  if (!isAsking.value) {
    const ask = (): void => {
      isAsking.value = true;
    };
    return (
      <button ref={first} type="button" class="quiet" aria-label={label} onClick={ask}>
        {props.word}
      </button>
    );
  }
  const keep = (): void => {
    isAsking.value = false;
  };
  return (
    <fieldset class="question" aria-label={label}>
      <p>{props.question}</p>
      <button ref={yes} type="button" class="bad" onClick={props.onConfirmed}>
        {props.word}
      </button>
      <button type="button" class="second" onClick={keep}>
        {rest().sharing.keep}
      </button>
    </fieldset>
  );
}
