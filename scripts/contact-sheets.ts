/** Lays pictures out so that one can look through them quickly: a page with all, and for each look sheets of a few. */

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "@playwright/test";

export interface Picture {
  readonly screen: string;
  readonly look: string;
  /** Beside the sheets. */
  readonly file: string;
  /** In CSS pixels. */
  readonly width: number;
}

/** So many on one sheet that each can still be judged: by how wide they were taken. */
const onSheet = { wide: { columns: 2, rows: 3, width: 760 }, narrow: { columns: 6, rows: 2, width: 300 } } as const;

/** Writes `index.html` and, as a picture each, its sheets into `folder`, where `pictures` are. */
export async function writeContactSheets(
  browser: Browser,
  folder: string,
  pictures: readonly Picture[],
): Promise<void> {
  const sheets = [...Map.groupBy(pictures, ({ look }) => look)].flatMap(([look, taken]) => sheetsOf(look, taken));
  const sections = sheets.map(
    ({ name, width, html }) => `<section id="${name}" style="width:${width}px">${html}</section>`,
  );
  const index = join(folder, "index.html");
  await writeFile(index, page(sections.join("\n")));
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(index).href);
  await mkdir(join(folder, "sheets"), { recursive: true });
  for (const { name } of sheets)
    await tab.locator(`[id="${name}"]`).screenshot({ path: join(folder, "sheets", `${name}.png`) });
  await tab.close();
}

interface Sheet {
  readonly name: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly html: string;
}

function sheetsOf(look: string, pictures: readonly Picture[]): readonly Sheet[] {
  const { columns, rows, width } = (pictures[0]?.width ?? 0) > 600 ? onSheet.wide : onSheet.narrow;
  const count = Math.ceil(pictures.length / (columns * rows));
  return Array.from({ length: count }, (_, index) => ({
    name: `${look}-${index + 1}`,
    width: columns * (width + 16),
    html: figures(pictures.slice(index * columns * rows, (index + 1) * columns * rows), width),
  }));
}

function figures(pictures: readonly Picture[], width: number): string {
  const each = ({ file, screen }: Picture): string =>
    `<figure style="width:${width}px"><figcaption>${screen}</figcaption><a href="${file}"><img src="${file}" loading="eager"></a></figure>`;
  return pictures.map(each).join("");
}

function page(body: string): string {
  const style = `body{margin:8px;background:#888;font:13px system-ui}section{display:flex;flex-wrap:wrap;align-items:start;background:#888;padding-bottom:8px}
figure{margin:0 8px 16px 8px}figcaption{padding:2px 0;font-weight:600}img{width:100%;display:block}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>${style}</style>${body}</html>\n`;
}
