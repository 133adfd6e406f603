import { readFile } from "node:fs/promises";
import { sizes } from "../scripts/build.ts";
import { top } from "../scripts/place.ts";
import { expect, test } from "./fixtures.ts";

/** How much of what was built the README may be off by: it need not follow every line of code. */
const tolerance = 0.03;

test("README gives the sizes of what was built", async () => {
  const readme = await readFile(`${top}README.md`, "utf8");
  const given = {
    worker: /worker ([\d.]+) kB/,
    document: /initial JavaScript of a document ([\d.]+) kB/,
    home: /of the first page ([\d.]+) kB/,
    markdown: /Markdown's grammar \(([\d.]+) kB\)/,
  };
  const built = await sizes();
  for (const part of ["worker", "document", "home", "markdown"] as const) {
    const kilobytes = Number(given[part].exec(readme)?.[1]);
    expect(Math.abs((kilobytes * 1_000) / built[part] - 1), `${part}: ${built[part]} bytes`).toBeLessThan(tolerance);
  }
});
