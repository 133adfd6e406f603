/** What a person chose for this device: each a value that is kept here and followed at once. Knows no page. */

import { type Signal, signal } from "@preact/signals-core";
import { locales } from "../words/locales.ts";
import { readStored, writeStored } from "./stored.ts";

/** One choice. Read from this browser when it is first asked for, so that nothing is needed where nothing is shown. */
class Preference<Value> {
  readonly #name: string;
  readonly #fallback: Value;
  readonly #isValue: (stored: unknown) => stored is Value;
  #signal: Signal<Value> | undefined;

  constructor(name: string, fallback: Value, isValue: (stored: unknown) => stored is Value) {
    this.#name = `samepage:${name}`;
    this.#fallback = fallback;
    this.#isValue = isValue;
  }

  /** Reading it in an effect, or while drawing, runs that again when it changes. */
  get value(): Value {
    return this.#current().value;
  }

  set value(value: Value) {
    this.#current().value = value;
    writeStored(this.#name, value);
  }

  peek(): Value {
    return this.#current().peek();
  }

  /** Takes the choice back. What is returned chooses it again. */
  reset(): () => void {
    const chosen = this.peek();
    this.value = this.#fallback;
    return () => {
      this.value = chosen;
    };
  }

  #current(): Signal<Value> {
    if (this.#signal === undefined) {
      const stored = readStored(this.#name);
      this.#signal = signal(this.#isValue(stored) ? stored : this.#fallback);
    }
    return this.#signal;
  }
}

function flag(name: string, fallback: boolean): Preference<boolean> {
  return new Preference(name, fallback, (stored) => typeof stored === "boolean");
}

function choice<const Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) {
  const isChoice = (stored: unknown): stored is Choice => choices.some((each) => each === stored);
  return new Preference<Choice>(name, choices[0], isChoice);
}

/** What a person may choose for the language of the interface. */
export const languageChoices = ["auto", ...locales] as const;

export const themes = ["system", "light", "dark"] as const;
export const keymaps = ["default", "vim", "emacs"] as const;
export const faces = ["mono", "prose"] as const;

/** The sizes of the text, in CSS pixels. */
export const fontSizes = [12, 13, 14.5, 16, 18, 20, 24] as const;

function isFontSize(stored: unknown): stored is number {
  return fontSizes.some((each) => each === stored);
}

export const preferences = {
  theme: choice("theme", themes),
  /** "auto": as the browser asks. */
  language: choice("language", languageChoices),
  keymap: choice("keymap", keymaps),
  /** The face of prose; code is always in the monospace one. */
  face: choice("face", faces),
  /** In CSS pixels. */
  fontSize: new Preference<number>("font-size", 14.5, isFontSize),
  lineNumbers: flag("line-numbers", true),
  wrap: flag("wrap", true),
  whitespace: flag("whitespace", false),
  spellCheck: flag("spell-check", true),
  closeBrackets: flag("close-brackets", true),
  /** Whether words of the document are offered while one types. */
  completion: flag("completion", true),
  /** What a screen reader is told. */
  announcePeople: flag("announce-people", true),
  announceSaveState: flag("announce-save-state", true),
  announceEdits: flag("announce-edits", true),
};

/** Takes all choices back. What is returned chooses them again. */
export function resetPreferences(): () => void {
  const undos = Object.values(preferences).map((preference) => preference.reset());
  return () => {
    for (const undo of undos) undo();
  };
}
