import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hues } from "../src/state/people.ts";

type Colour = readonly [number, number, number];

const tokens = readFileSync(new URL("../src/ui/tokens.css", import.meta.url), "utf8");
const caretStyles = readFileSync(new URL("../src/ui/remote-carets.css", import.meta.url), "utf8");

/** As WCAG 2.2 asks of text. */
const enough = 4.5;

function tokensIn(css: string): ReadonlyMap<string, string> {
  return new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** The part of a selection's tint that is the hue, as the style says it. */
function tintOfSelections(): number {
  const [, percent] = /color-mix\(in srgb, var\(--hue\) (\d+)%, transparent\)/.exec(caretStyles) ?? [];
  if (percent === undefined) throw new Error("the tint of selections is not where it was");
  return Number(percent) / 100;
}

const colourOf = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;

const mix = (top: Colour, part: number, below: Colour): Colour =>
  top.map((channel, index) => channel * part + (below[index] ?? 0) * (1 - part)) as never;

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokensIn(tokens.slice(0, tokens.indexOf("@media")));
const system = tokensIn(tokens.slice(tokens.indexOf("@media"), tokens.indexOf('data-theme="dark"')));
const dark = tokensIn(tokens.slice(tokens.indexOf('data-theme="dark"')));
const themes = {
  light,
  "dark, as the system says": new Map([...light, ...system]),
  dark: new Map([...light, ...dark]),
};

describe.each(Object.entries(themes))("in the theme %s", (_name, theme) => {
  const token = (name: string): Colour => colourOf(theme.get(name) ?? "");
  const everyHue = Array.from({ length: hues }, (_, index) => token(`p${index}`));

  test("initials on an avatar and a name on its flag can be read in every hue", () => {
    for (const hue of everyHue) expect(contrast(token("paper"), hue)).toBeGreaterThanOrEqual(enough);
    expect(contrast(token("paper"), token("ink-2"))).toBeGreaterThanOrEqual(enough);
  });

  test("text in a selection can be read in every hue, where two overlap and within one's own too", () => {
    const tint = tintOfSelections();
    const grounds = [token("paper"), mix(token("accent"), 0.22, token("paper"))];
    for (const ground of grounds) {
      for (const one of everyHue) {
        for (const other of everyHue) {
          const under = mix(other, tint, mix(one, tint, ground));
          expect(contrast(token("ink"), under)).toBeGreaterThanOrEqual(enough);
        }
      }
    }
  });

  test("a caret and its mark stand out from the paper in every hue", () => {
    for (const hue of everyHue) expect(contrast(hue, token("paper"))).toBeGreaterThanOrEqual(3);
  });
});
