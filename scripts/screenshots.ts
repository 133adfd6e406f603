/**
 * `pnpm screenshots [folder] [--only=<word>] [--look=<word>] [--readme]`: builds and starts the app, takes pictures of
 * every screen in every way it is looked at (both options may be given more than once), and lays them out on contact
 * sheets. With `--readme` it makes only the README's pictures, where they stand.
 */

import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Frame, type Page } from "@playwright/test";
import { allScreens } from "../e2e/screens/all-screens.ts";
import type { Screen } from "../e2e/screens/screen.ts";
import { Stage } from "../e2e/screens/stage.ts";
import { findBrowser } from "./browser.ts";
import { buildAll } from "./build.ts";
import { type Picture, writeContactSheets } from "./contact-sheets.ts";
import { type Look, lookSets } from "./looks.ts";
import { top } from "./place.ts";
import { freePort, type RunningServer, startServer } from "./server.ts";

/** What README.md shows: which screen in which look, as which file in docs/images. */
const readmePictures: Readonly<Record<string, { readonly look: string; readonly file: string }>> = {
  "document-three-people": { look: "1280-light", file: "three-people.png" },
};

const variables = { CREATES_PER_HOUR: "0", CONNECTS_PER_MINUTE: "0", REQUESTS_PER_MINUTE: "0" };

/** Takes the pictures of `screens`, and tells of those that did not come about; never throws for one of them. */
async function takePictures(
  browser: Browser,
  screens: readonly Screen[],
  options: { readonly folder: string; readonly looks?: readonly string[]; onFault(fault: string): void },
): Promise<readonly Picture[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "samepage-screenshots-"));
  const server = await startServer({ port: await freePort(), dataDir, variables });
  const pictures: Picture[] = [];
  try {
    for (const screen of screens) {
      for (const { context, looks, isForMainOnly } of lookSets) {
        const wanted = looks.filter(({ name }) => options.looks?.includes(name) ?? true);
        if (wanted.length === 0 || (isForMainOnly && screen.isMain !== true)) continue;
        try {
          pictures.push(
            ...(await takeLooks({ browser, server, screen, context, looks: wanted, folder: options.folder })),
          );
        } catch (error) {
          options.onFault(`${screen.name} (${looks[0]?.name}): ${error instanceof Error ? error.message : error}`);
        }
      }
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return pictures;
}

/** Brings one screen about once, and takes it in each of `looks`. */
async function takeLooks(taking: {
  readonly browser: Browser;
  readonly server: RunningServer;
  readonly screen: Screen;
  readonly context: (typeof lookSets)[number]["context"];
  readonly looks: readonly Look[];
  readonly folder: string;
}): Promise<readonly Picture[]> {
  const { screen, server, folder } = taking;
  const context = await taking.browser.newContext({ ...taking.context, reducedMotion: "reduce" });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const stage = await Stage.on(page, { origin: server.origin, syncOrigin: server.origin.replace("http", "ws") });
  try {
    await screen.show(stage);
    const pictures: Picture[] = [];
    for (const look of taking.looks) {
      const file = `${screen.name}-${look.name}.png`;
      await takeLook(stage, look, { path: join(folder, file), inView: screen.inView });
      pictures.push({ screen: screen.name, look: look.name, file, width: look.width });
    }
    return pictures;
  } finally {
    stage.leave();
    await context.close();
  }
}

async function takeLook(
  stage: Stage,
  look: Look,
  { path, inView }: { readonly path: string; readonly inView: string | undefined },
): Promise<void> {
  const { page } = stage;
  await page.setViewportSize({ width: look.width, height: look.height });
  await page.emulateMedia({ colorScheme: look.colorScheme, forcedColors: look.forcedColors ?? "none" });
  await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)));
  if (inView !== undefined) await page.locator(inView).first().scrollIntoViewIfNeeded();
  await standsStill(page);
  await stage.showsNames();
  await page.screenshot({ path, animations: "disabled" });
}

/** Resolves when nothing has moved or changed its colour for a while: what is measured late is laid out late, too. */
async function standsStill(page: Page): Promise<void> {
  let before = "";
  for (let stillFor = 0, looks = 0; stillFor < 3 && looks < 100; looks += 1) {
    const places = (await Promise.all(page.frames().map(placesIn))).join();
    stillFor = places === before ? stillFor + 1 : 0;
    before = places;
    await setTimeout(100);
  }
}

function placesIn(frame: Frame): Promise<string> {
  return frame.evaluate(() =>
    Array.from(document.querySelectorAll("body *"), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, fill } = getComputedStyle(element);
      return [x, y, width, height, color, fill].join();
    }).join(),
  );
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: "string", multiple: true, default: [""] },
      look: { type: "string", multiple: true, default: [""] },
      readme: { type: "boolean", default: false },
    },
  });
  await buildAll();
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
  });
  let faults = 0;
  const onFault = (fault: string): void => {
    faults += 1;
    console.error(`✗ ${fault}`);
  };
  if (values.readme) {
    for (const [name, { look, file }] of Object.entries(readmePictures)) {
      const folder = await mkdtemp(join(tmpdir(), "samepage-readme-"));
      const screens = allScreens.filter((screen) => screen.name === name);
      const [picture] = await takePictures(browser, screens, { folder, looks: [look], onFault });
      if (picture !== undefined) await copyFile(join(folder, picture.file), `${top}docs/images/${file}`);
      await rm(folder, { recursive: true });
    }
  } else {
    const folder = resolve(positionals[0] ?? "screenshots");
    await mkdir(folder, { recursive: true });
    const screens = allScreens.filter(({ name }) => values.only.some((word) => name.includes(word)));
    const looks = lookSets
      .flatMap((set) => set.looks.map(({ name }) => name))
      .filter((name) => values.look.some((word) => name.includes(word)));
    const pictures = await takePictures(browser, screens, { folder, looks, onFault });
    await writeContactSheets(browser, folder, pictures);
    console.log(`${pictures.length} pictures of ${screens.length} screens: ${join(folder, "index.html")}`);
  }
  await browser.close();
  process.exit(faults === 0 ? 0 : 1);
}
