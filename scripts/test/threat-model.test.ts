import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { can, frameActions, openRoutes, roles, routeActions } from "../../packages/access/src/index.ts";
import { top } from "../place.ts";

const page = readFileSync(`${top}docs/threat-model.md`, "utf8");

/** The rows of the table below `heading`, without its head; each cell as text, without the marks of code. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const [, section = ""] = page.split(`\n### ${heading}\n`);
  const lines = section.split(/\n##/)[0]?.split("\n") ?? [];
  const rows = lines.filter((line) => line.startsWith("|")).map((line) => line.split("|").slice(1, -1));
  return rows.slice(2).map((row) => row.map((cell) => cell.replaceAll("`", "").trim()));
}

const actions = [...new Set([...Object.values(routeActions), ...Object.values(frameActions)])].filter(
  (action) => action !== null,
);

describe("docs/threat-model.md", () => {
  test("says of every action which role may do it, locked or not", () => {
    const expected = actions.map((action) => [
      action,
      ...roles.map((role) => {
        if (!can(role, action, false)) return "no";
        return can(role, action, true) ? "yes" : "unless locked";
      }),
    ]);
    const listed = rowsBelow("Who may what").map(([action, , ...cells]) => [action, ...cells]);
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });

  test("names every frame and every route with the action that it takes", () => {
    const gates: readonly (readonly [string, string | null])[] = [
      ...Object.entries(frameActions),
      ...Object.entries(routeActions),
    ];
    const expected = [
      ...gates.map(([gate, action]) => [gate, action ?? "nobody's"]),
      ...openRoutes.map((route) => [route, "everybody's"]),
    ];
    expect(rowsBelow("What takes which action").toSorted()).toEqual(expected.toSorted());
  });

  test("cites only tests that there are", () => {
    const cited = [...page.matchAll(/\]\(\.\.\/(\S+\.ts)\): ((?:"[^"]+"(?:, )?)+)/g)];
    const names = cited.flatMap(([, file = "", list = ""]) =>
      [...list.matchAll(/"[^"]+"/g)].map(([name]) => ({ file, name })),
    );
    expect(names.length).toBeGreaterThan(20);
    const sourceOf = (file: string): string => (existsSync(top + file) ? readFileSync(top + file, "utf8") : "");
    expect(names.filter(({ file, name }) => !sourceOf(file).includes(name))).toEqual([]);
  });
});
