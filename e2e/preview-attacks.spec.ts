import { createRequire } from "node:module";
import type { Frame, Page } from "@playwright/test";
import { normalizeText } from "@samepage/document";
import { drawingAttacks } from "./attacks/drawing-attacks.ts";
import { htmlAttacks } from "./attacks/html-attacks.ts";
import { deed, linkAttacks } from "./attacks/link-attacks.ts";
import { touchEverything, Watch } from "./attacks/watch.ts";
import { type App, expect, test } from "./fixtures.ts";
import { connectStock } from "./stock-client.ts";

interface Fixture {
  readonly payload: string;
}

/** The sanitiser's own test cases, as the last version of it had them that came with them: later ones leave them out. */
function sanitizerFixtures(): readonly string[] {
  const fixtures: readonly Fixture[] = createRequire(import.meta.url)("dompurify-fixtures/test/fixtures/expect.js");
  return fixtures.map(({ payload }) => payload);
}

/** Those of the version in use, from its repository, when `SANITIZER_FIXTURES` names its `test/fixtures/expect.mjs`. */
async function currentFixtures(): Promise<readonly string[]> {
  const path = process.env["SANITIZER_FIXTURES"];
  if (path === undefined) return [];
  const { default: fixtures }: { default: readonly Fixture[] } = await import(path);
  return fixtures.map(({ payload }) => payload);
}

const sets: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  "addresses in every form of link": async () => linkAttacks,
  "HTML that runs, mutates, pretends or styles": async () => htmlAttacks,
  "formulas and diagrams": async () => drawingAttacks,
  "the sanitiser's own test cases": async () => [...sanitizerFixtures(), ...(await currentFixtures())],
};

/** So many attacks stand in one text, each in a part of its own; what one leaves open the others see. */
const attacksPerText = 12;

function textsOf(attacks: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (let start = 0; start < attacks.length; start += attacksPerText) {
    texts.push(attacks.slice(start, start + attacksPerText).join("\n\n"));
  }
  return texts;
}

async function openWatched(page: Page, origin: string, id: string): Promise<Watch> {
  const watch = await Watch.over(page, `${origin}/d/${id}`);
  await page.goto(`${origin}/d/${id}`);
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  await expect(page.locator("iframe").contentFrame().getByText("begin")).toBeVisible();
  return watch;
}

/** Shows each part of the preview, because what is drawn is drawn when it comes near, and waits until it is. */
async function drawEverything(frame: Frame): Promise<void> {
  const undrawn = "code.language-mermaid, :is(code.language-math, .math):not(.formula-fault), .diagram:empty";
  await expect
    .poll(
      () =>
        frame.evaluate(async (selector) => {
          for (const each of document.querySelectorAll(selector)) {
            each.scrollIntoView();
            await new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume)));
          }
          return document.querySelectorAll(selector).length;
        }, undrawn),
      { timeout: 60_000 },
    )
    .toBe(0);
}

test("there are more than 300 attacks of our own", () => {
  expect(new Set([...linkAttacks, ...htmlAttacks, ...drawingAttacks]).size).toBeGreaterThan(300);
});

for (const [name, load] of Object.entries(sets)) {
  test(`nothing runs, loads or leaves the frame: ${name}`, async ({ app, openAs, violations }) => {
    test.setTimeout(600_000);
    const { page } = await openAs("/elsewhere");
    await attack(page, app, await load());
    // The sanitiser reads what it is given in a document that runs nothing; the browser reports what it sees there too.
    const isFromReading = (violation: string): boolean => /inline|base-uri|base URI|img-src|trusted/i.test(violation);
    expect(violations.filter((violation) => !isFromReading(violation))).toEqual([]);
    violations.length = 0;
  });

  test(`nothing would run without the frame's policy either: ${name}`, async ({ app, browser }) => {
    test.setTimeout(600_000);
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    await attack(page, app, await load());
    await page.context().close();
  });
}

/** Writes `attacks` into a document whose preview `page` shows, and looks after each what they have done. */
async function attack(page: Page, app: App, attacks: readonly string[]): Promise<void> {
  const id = await app.createDocument("begin");
  const watch = await openWatched(page, app.origin, id);
  const { doc, text, provider } = connectStock(app.syncOrigin, id);
  await expect.poll(() => text.toString()).toBe("begin");
  const frame = page.locator("iframe").contentFrame();
  for (const [index, attacksOfText] of textsOf(attacks).entries()) {
    // As any text is that comes into a page.
    const written = normalizeText(`# mark-${index}\n\n${attacksOfText}\n`);
    doc.transact(() => {
      text.delete(0, text.length);
      text.insert(0, written);
    });
    await expect(frame.getByRole("heading", { name: `mark-${index}`, exact: true })).toBeAttached();
    await drawEverything(watch.frame);
    await touchEverything(watch.frame);
    await expect(
      frame.locator("#preview :is(script, iframe, form, object, embed, base, meta, link, style:not(svg style))"),
    ).toHaveCount(0);
    expect(await watch.faults(), attacksOfText).toEqual([]);
    expect(text.toString(), "no task was ticked").toBe(written);
  }
  await expect(page.getByRole("textbox", { name: "Text" })).toBeVisible();
  provider.destroy();
}

test("what runs in the frame is seen to run, and then it can do nothing: the policy alone holds it too", async ({
  app,
  openAs,
  violations,
}) => {
  const { page } = await openAs("/elsewhere");
  const id = await app.createDocument("begin");
  const watch = await openWatched(page, app.origin, id);

  // A sanitiser that lets everything pass, before the policy: neither handlers nor addresses run.
  await watch.frame.evaluate((attack) => {
    const link = document.createElement("a");
    link.href = `javascript:${attack}`;
    document.body.append(link);
    link.click();
    const image = document.createElement("img");
    try {
      image.setAttribute("onerror", attack);
    } catch (error) {
      console.info(error);
    }
    image.src = "data:,";
    document.body.append(image);
  }, deed);
  await expect.poll(() => violations.join()).toMatch(/script-src|trusted-types/i);
  expect(await watch.faults()).toEqual([]);

  // Code that has got past both: it has no origin, no way to the page, and nobody to talk to.
  const reach = await watch.frame.evaluate(async () => {
    const fails = async (attempt: () => unknown): Promise<boolean> => {
      try {
        return (await attempt()) === null;
      } catch {
        return true;
      }
    };
    return {
      origin: globalThis.origin,
      "the page's document": await fails(() => parent.document.title),
      storage: await fails(() => localStorage.length),
      cookies: await fails(() => document.cookie),
      "a request": await fails(() => fetch("/api/health")),
      "a window": await fails(() => open("/elsewhere")),
      "the page's address": await fails(() => {
        (top ?? window).location.href = "/elsewhere";
      }),
    };
  });
  const { origin, ...attempts } = reach;
  expect(origin).toBe("null");
  expect(attempts).toEqual(Object.fromEntries(Object.keys(attempts).map((name) => [name, true])));

  // And what it can do is seen.
  await watch.frame.evaluate(() => Object.assign(globalThis, { ran: 1 }));
  expect(await watch.faults()).toEqual([expect.stringContaining("something ran in")]);
  violations.length = 0;
});

test("without the sanitiser and the policy the same attack runs, and is seen", async ({ app, browser }) => {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  const id = await app.createDocument("begin");
  const watch = await openWatched(page, app.origin, id);
  expect(await watch.faults()).toEqual([]);
  await watch.frame.evaluate((attack) => {
    document.getElementById("preview")?.insertAdjacentHTML("beforeend", `<img src=x onerror="${attack}">`);
  }, deed);
  await expect.poll(() => watch.faults()).toEqual([expect.stringContaining("something ran in")]);
  await page.context().close();
});

test("a message to the page that no preview would send does nothing", async ({ app, openAs }) => {
  const { page } = await openAs("/elsewhere");
  const id = await app.createDocument("begin\n\n- [ ] task");
  const watch = await openWatched(page, app.origin, id);
  await watch.frame.evaluate(() => {
    const messages: unknown[] = [
      null,
      "tick",
      { kind: "open", url: "javascript:globalThis.ran=1" },
      { kind: "open", url: "data:text/html,<script>1</script>" },
      { kind: "open", url: "/elsewhere" },
      { kind: "open", url: 7 },
      { kind: "tick", revision: 1, line: 0 },
      { kind: "tick", revision: 9_999, line: 2 },
      { kind: "tick", revision: -1, line: 2 },
      { kind: "tick", revision: 1, line: 1e9 },
      { kind: "scrolled", line: Number.NaN },
      { kind: "scrolled", line: "0" },
      { kind: "serialized", html: "<script>globalThis.ran=1</script>", style: "" },
      { kind: "__proto__" },
      { __proto__: { kind: "ready" } },
    ];
    for (const message of messages) parent.postMessage(message, "*");
  });
  // A page of another window is not the frame, whatever it says.
  await page.evaluate(() => window.postMessage({ kind: "tick", revision: 1, line: 2 }, "*"));
  await page.getByRole("textbox", { name: "Text" }).click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("still ");
  await expect.poll(() => app.textOf(id)).toBe("still begin\n\n- [ ] task");
  expect(await watch.faults()).toEqual([]);
});
