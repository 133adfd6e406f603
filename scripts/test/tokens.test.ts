import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { top } from "../place.ts";

type Colour = readonly [red: number, green: number, blue: number];

const css = readFileSync(`${top}apps/web/src/ui/tokens.css`, "utf8").replace(/\/\*.*?\*\//gs, "");

/** The custom properties in the block that follows `selector`. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const from = css.indexOf(`${selector} {`);
  expect(from, selector).toBeGreaterThan(-1);
  const block = css.slice(from, css.indexOf("}", from));
  return new Map([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]));
}

const light = tokensOf(":root");
const darkBySystem = tokensOf(':root:not([data-theme="light"])');
const darkByChoice = tokensOf(':root[data-theme="dark"]');

function colour(tokens: ReadonlyMap<string, string>, name: string): Colour {
  const hex = /^#(..)(..)(..)$/.exec(tokens.get(name) ?? "");
  expect(hex, `--${name} is a colour`).not.toBeNull();
  const [, red = "", green = "", blue = ""] = hex ?? [];
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** `share` of `one`, the rest of `other`, as `color-mix(in srgb, …)` does it. */
function mix(one: Colour, share: number, other: Colour): Colour {
  const at = (index: 0 | 1 | 2): number => one[index] * share + other[index] * (1 - share);
  return [at(0), at(1), at(2)];
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ["paper", "chrome", "raised"] as const;
const hues = Array.from({ length: 10 }, (_, index) => `p${index}`);

for (const [theme, tokens] of [
  ["light", light],
  ["dark", darkByChoice],
] as const) {
  const ratio = (text: string, ground: string): number => contrast(colour(tokens, text), colour(tokens, ground));

  test(`every colour of text can be read on every ground, ${theme}`, () => {
    for (const ground of grounds) {
      for (const text of ["ink", "ink-2", "ink-3", "accent", "good", "warn", "bad"]) {
        expect(ratio(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(ratio("accent-ink", "accent")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("accent", "accent-soft")).toBeGreaterThanOrEqual(4.5);
    expect(ratio("ink", "accent-soft")).toBeGreaterThanOrEqual(4.5);
  });

  test(`the edges of fields stand out from what is around and in them, ${theme}`, () => {
    for (const ground of grounds) expect(ratio("edge", ground), ground).toBeGreaterThanOrEqual(3);
  });

  test(`a person's colour carries their name, and their selection the text in it, ${theme}`, () => {
    const [paper, ink] = [colour(tokens, "paper"), colour(tokens, "ink")];
    for (const hue of hues) {
      expect(ratio("paper", hue), hue).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, mix(colour(tokens, hue), 0.2, paper)), `selection ${hue}`).toBeGreaterThanOrEqual(7);
    }
  });
}

test("dark is the same, whether the system or a person chose it", () => {
  expect(darkBySystem).toEqual(darkByChoice);
});
