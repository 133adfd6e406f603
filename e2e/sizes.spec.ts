import { readFile } from "node:fs/promises";
import { sizes } from "../scripts/build.ts";
import { top } from "../scripts/place.ts";
import { expect, test } from "./fixtures.ts";

/** How much of what was built the README may be off by: it need not follow every line of code. */
const tolerance = 0.03;

/** What may be loaded before the first text is shown. */
const mostInitialBytes = 150_000;

test("README gives the sizes of what was built", async () => {
  const readme = await readFile(`${top}README.md`, "utf8");
  const given = {
    worker: /worker ([\d.]+) kB/,
    document: /initial JavaScript of a document ([\d.]+) kB/,
    home: /of the first page ([\d.]+) kB/,
    faces: /faces ([\d.]+) kB/,
    markdown: /Markdown's grammar \(([\d.]+) kB\)/,
  };
  const { worker, document, home, faces, parts } = await sizes();
  const markdown = parts.find(({ name }) => name === "markdown")?.bytes ?? 0;
  const built = { worker, document, home, faces, markdown };
  for (const part of ["worker", "document", "home", "faces", "markdown"] as const) {
    const bytes = built[part];
    const kilobytes = Number(given[part].exec(readme)?.[1]);
    expect(Math.abs((kilobytes * 1_000) / bytes - 1), `${part}: ${bytes} bytes`).toBeLessThan(tolerance);
  }
});

test("a document's initial JavaScript is at most 150,000 bytes after Brotli", async () => {
  expect((await sizes()).document).toBeLessThanOrEqual(mostInitialBytes);
});
