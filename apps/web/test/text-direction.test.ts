import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { directionOf } from "../src/state/text-direction.ts";

describe("a text", () => {
  test("runs as its first letter does", () => {
    expect(directionOf("مرحبا Samepage")).toBe("rtl");
    expect(directionOf("שלום")).toBe("rtl");
    expect(directionOf("Samepage مرحبا")).toBe("ltr");
    expect(directionOf("日本語")).toBe("ltr");
    expect(directionOf("12. «مرحبا»")).toBe("rtl");
  });

  test("runs as its words do, whatever Markdown puts before them", () => {
    expect(directionOf("- [x] مرحبا")).toBe("rtl");
    expect(directionOf("> ## مرحبا")).toBe("rtl");
    expect(directionOf("3. [X] hello")).toBe("ltr");
    expect(directionOf("x مرحبا")).toBe("ltr");
  });

  test("runs as the page does when it has no letters, and as a mark says", () => {
    expect(directionOf("")).toBeNull();
    expect(directionOf("--- 12 ---")).toBeNull();
    expect(directionOf("\u200f12")).toBe("rtl");
  });
});

const source = fileURLToPath(new URL("../src/", import.meta.url));

/** What names a side of the screen; a page that is read from the right has the other one. */
const sides =
  /(?:margin|padding|border)-(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|(?:^|[\s;{])(?:left|right):|(?:text-align|float|clear): (?:left|right)/;

/** Four lengths, of which the second is the right side's and the fourth the left one's. */
const length = "(?:[^\\s;()]+|[\\w-]+\\((?:[^()]|\\([^()]*\\))*\\))";
const fourSides = new RegExp(`(?:margin|padding|inset): ${length} (${length}) ${length} (?!\\1;)${length};`);

/** Carets stand where the text does, in pixels from the left, whichever way the page runs. */
const placed = ["ui/remote-carets.css"];

const styles = globSync("**/*.css", { cwd: source }).filter((file) => !placed.includes(file));

test.each(styles.sort())("no style names a side of the screen: %s", (file) => {
  const named = readFileSync(source + file, "utf8")
    .replace(/\/\*.*?\*\//gs, "")
    .split("\n")
    .filter((line) => sides.test(line) || fourSides.test(line));
  expect(named).toEqual([]);
});
