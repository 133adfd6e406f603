/**
 * Keys as CodeMirror writes them, `Mod-Shift-k`: which key press is one, on every layout and platform. The names come
 * from the library that CodeMirror takes them from. Knows no command.
 */

import { base, keyName } from "w3c-keyname";

/** What of a `KeyboardEvent` says which keys are down. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "keyCode" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing" | "getModifierState"
>;

export interface KeyParts {
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  /** As `KeyboardEvent.key` has it, letters small: `k`, `F1`, `ArrowUp`. */
  readonly name: string;
}

/** Whether this is one of Apple's systems, where Mod is Command. */
export const isApple = typeof navigator === "object" && /Mac|iPhone|iPad/.test(navigator.platform);

/** The modifiers and the key of `key`; Mod is Command with `onApple`, else Ctrl. */
export function partsOf(key: string, onApple = isApple): KeyParts {
  // The key may itself be a hyphen.
  const [name = "", ...modifiers] = key.split(/-(?!$)/).reverse();
  const has = (modifier: string): boolean => modifiers.includes(modifier);
  return {
    alt: has("Alt"),
    ctrl: has("Ctrl") || (has("Mod") && !onApple),
    meta: has("Meta") || has("Cmd") || (has("Mod") && onApple),
    shift: has("Shift"),
    name,
  };
}

/** What an input method takes: it is nobody's shortcut. */
const composingKeyCode = 229;

/**
 * Whether `press` is `key`. A letter is found also where the layout has another script: by the key that has it on a
 * Latin keyboard. What AltGr types, and what an input method takes, is none.
 */
export function isPressed(key: string, press: KeyPress, onApple = isApple): boolean {
  const { alt, ctrl, meta, shift, name } = partsOf(key, onApple);
  if (press.isComposing || press.keyCode === composingKeyCode || press.getModifierState("AltGraph")) return false;
  if (press.altKey !== alt || press.ctrlKey !== ctrl || press.metaKey !== meta) return false;
  const pressed = keyName(press as KeyboardEvent);
  const isCharacter = [...pressed].length === 1 && pressed !== " ";
  // A character has its Shift in it: `?` is Shift and another key on one layout, a key of its own on the next.
  if (pressed === name)
    return isCharacter ? press.shiftKey === shift || !/\p{L}/u.test(name) : press.shiftKey === shift;
  return isCharacter && (alt || ctrl || meta) && press.shiftKey === shift && base[press.keyCode] === name;
}
