import { describe, expect, test } from "vitest";
import { isPressed, type KeyPress, partsOf } from "../src/state/keys.ts";
import { keyInWords } from "../src/ui/key-words.ts";

function press(key: string, keyCode: number, held: Partial<KeyPress> = {}): KeyPress {
  const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
  return { key, keyCode, ...none, getModifierState: () => false, ...held };
}

const ctrl = { ctrlKey: true };
const names = { ctrl: "Ctrl", alt: "Alt", shift: "Shift", meta: "Win" };

describe("a key press", () => {
  test("is Mod with Command on Apple's systems, and with Ctrl elsewhere", () => {
    expect(isPressed("Mod-k", press("k", 75, ctrl), false)).toBe(true);
    expect(isPressed("Mod-k", press("k", 75, ctrl), true)).toBe(false);
    expect(isPressed("Mod-k", press("k", 75, { metaKey: true }), true)).toBe(true);
    expect(isPressed("Mod-k", press("k", 75, { metaKey: true }), false)).toBe(false);
  });

  test("is that one only with exactly its modifiers", () => {
    expect(isPressed("Mod-k", press("k", 75), false)).toBe(false);
    expect(isPressed("Mod-k", press("K", 75, { ...ctrl, shiftKey: true }), false)).toBe(false);
    expect(isPressed("Mod-Shift-k", press("K", 75, { ...ctrl, shiftKey: true }), false)).toBe(true);
    expect(isPressed("Mod-Shift-k", press("k", 75, ctrl), false)).toBe(false);
    expect(isPressed("F1", press("F1", 112, { shiftKey: true }), false)).toBe(false);
    expect(isPressed("F1", press("F1", 112), false)).toBe(true);
  });

  test("is found with Caps Lock, and on a layout of another script", () => {
    expect(isPressed("Mod-k", press("K", 75, ctrl), false)).toBe(true);
    expect(isPressed("Mod-k", press("л", 75, ctrl), false)).toBe(true);
    expect(isPressed("Mod-Shift-o", press("Щ", 79, { ...ctrl, shiftKey: true }), false)).toBe(true);
  });

  test("is the letter that the layout has there, not the one that another layout has", () => {
    // On Dvorak, the key that is K on another keyboard types T, and its code is that of T.
    expect(isPressed("Mod-k", press("t", 84, ctrl), false)).toBe(false);
  });

  test("takes a sign wherever the layout has it", () => {
    expect(isPressed("Mod-,", press(",", 188, ctrl), false)).toBe(true);
    // Shift and 7 on a German keyboard.
    expect(isPressed("Mod-/", press("/", 55, { ...ctrl, shiftKey: true }), false)).toBe(true);
  });

  test("is none while an input method composes, or when AltGr types it", () => {
    expect(isPressed("Mod-k", press("k", 75, { ...ctrl, isComposing: true }), false)).toBe(false);
    expect(isPressed("Mod-k", press("Process", 229, ctrl), false)).toBe(false);
    const altGr = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === "AltGraph" };
    expect(isPressed("Mod-Alt-q", press("@", 81, altGr), false)).toBe(false);
    expect(isPressed("Mod-q", press("@", 81, altGr), false)).toBe(false);
  });
});

describe("a key in words", () => {
  test("is written as the platform writes it", () => {
    expect(keyInWords("Mod-Shift-k", names, true)).toBe("⇧⌘K");
    expect(keyInWords("Mod-Shift-k", names, false)).toBe("Ctrl+Shift+K");
    expect(keyInWords("Alt-ArrowUp", names, true)).toBe("⌥↑");
    expect(keyInWords("Mod-k Mod-,", names, false)).toBe("Ctrl+K Ctrl+,");
  });

  test("takes a hyphen for a key, too", () => {
    expect(partsOf("Mod--", false)).toMatchObject({ ctrl: true, name: "-" });
    expect(keyInWords("Mod--", names, false)).toBe("Ctrl+-");
  });
});
