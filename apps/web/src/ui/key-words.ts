/** A key as the person's platform writes it: `⇧⌘K`, or `Ctrl+Shift+K`. */

import { isApple, partsOf } from "../state/keys.ts";

const appleNames: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↩",
  Backspace: "⌫",
  Delete: "⌦",
  Escape: "⎋",
  Tab: "⇥",
};

const otherNames: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

/** What the modifiers are called where they have no sign. */
export type ModifierNames = Readonly<Record<"ctrl" | "alt" | "shift" | "meta", string>>;

/** `key`, as CodeMirror writes it, for the person to read; strokes that follow one another stand beside each other. */
export function keyInWords(key: string, modifiers: ModifierNames, onApple = isApple): string {
  const strokes = key.split(" ").map((stroke) => {
    const { alt, ctrl, meta, shift, name } = partsOf(stroke, onApple);
    const letter = name.length === 1 ? name.toUpperCase() : ((onApple ? appleNames : otherNames)[name] ?? name);
    // Apple's own order.
    if (onApple) return `${ctrl ? "⌃" : ""}${alt ? "⌥" : ""}${shift ? "⇧" : ""}${meta ? "⌘" : ""}${letter}`;
    const held = [ctrl && modifiers.ctrl, alt && modifiers.alt, shift && modifiers.shift, meta && modifiers.meta];
    return [...held.filter((each) => each !== false), letter].join("+");
  });
  return strokes.join(" ");
}
