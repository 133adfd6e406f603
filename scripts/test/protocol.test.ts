import { globSync, readFileSync } from "node:fs";
import { denials } from "@samepage/protocol";
import { describe, expect, test } from "vitest";
import { top } from "../place.ts";

const page = readFileSync(`${top}docs/protocol.md`, "utf8");

/** All that the first group of `pattern` matches in the sources below `folders`. */
function found(folders: readonly string[], pattern: RegExp): readonly string[] {
  const files = globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: top },
  );
  return files.flatMap((file) => [...readFileSync(top + file, "utf8").matchAll(pattern)].map(([, text]) => text ?? ""));
}

describe("docs/protocol.md", () => {
  test("lists every rule at its top, in the order of the numbers, with its section", () => {
    const rules: (readonly [number: number, section: string])[] = [];
    for (const [section = "", ...paragraphs] of page.split(/^## /m).map((part) => part.split("\n"))) {
      for (const paragraph of paragraphs) {
        const [, number] = /^- \*\*\[P(\d+)\]\*\*/.exec(paragraph) ?? [];
        if (number !== undefined) rules.push([Number(number), section]);
      }
    }
    const listed = [...page.matchAll(/^\| \[P(\d+)\] +\| .+? \| \[(.+)\]\(#(.+)\) +\|$/gm)];
    expect(listed.map(([, number, section]) => [Number(number), section])).toEqual(rules.toSorted(([a], [b]) => a - b));
    for (const [, , section, anchor] of listed) expect(anchor).toBe(section?.toLowerCase());
    expect(rules.map(([number]) => number).toSorted((a, b) => a - b)).toEqual(rules.map((_, index) => index + 1));
  });

  test("lists every denial with its close code and its status", () => {
    const listed = [...page.matchAll(/^\| `([^`]+)` +\| (\d+) \| (\d+) +\|/gm)];
    const expected = Object.entries(denials).map(([reason, { code, status }]) => [reason, `${code}`, `${status}`]);
    expect(listed.map(([, ...cells]) => cells).toSorted()).toEqual(expected.toSorted());
  });

  test("names every reason for which an edit or a frame is refused, and a socket closed", () => {
    const engine = ["packages/protocol/src", "packages/document/src"];
    const unions = found(engine, /^export type \w+(?:Refusal|Reason) =([^;]+);/gm);
    const names = unions.flatMap((union) => [...union.matchAll(/"([^"]+)"/g)]);
    const shells = ["packages/room/src", "apps/worker/src"];
    const texts = [
      ...names.map(([, name]) => name ?? ""),
      ...found(shells, /closeCodes\.\w+,\s*["`]([^"`$]+)/g),
      ...found(shells, /\brefuse\(\w+, \w+, ["`]([^"`$]+)/g),
    ];
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !page.includes(`\`${text}`))).toEqual([]);
  });
});
