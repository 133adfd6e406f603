/** Long texts: everything works in them. How fast it is, `pnpm bench page` says. */

import { type DocumentView, expect, test } from "./fixtures.ts";

/** Markdown of about `length` characters in which "needle" stands 10,000 times. */
function longText(length: number): string {
  const sentence = "Nobody reads this paragraph, which is here to be long enough. ";
  const block = Math.floor(length / 10_000) - " needle\n\n".length;
  return `${sentence.repeat(Math.ceil(block / sentence.length)).slice(0, block)} needle\n\n`.repeat(10_000);
}

async function workThrough(fox: DocumentView, heron: DocumentView): Promise<void> {
  const { page } = fox;
  await expect(page.locator(".cm-foldGutter")).toBeAttached();
  await expect(page.locator(".foot")).toContainText("words");
  await fox.text.click({ position: { x: 200, y: 100 } });
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("The end.");
  await expect(fox.text.getByText("The end.")).toBeInViewport();
  await expect(fox.saveState).toHaveText("Saved");
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("needle");
  await expect(page.locator(".find-count")).toHaveText("10,000 matches");
  await page.keyboard.press("Enter");
  await expect(page.locator(".find-count")).toHaveText("1 of 10,000");
  await page.getByRole("textbox", { name: "Replace with" }).fill("thread");
  await page.getByRole("button", { name: "Replace all" }).click();
  await expect(page.locator(".find-count")).toHaveText("No matches");
  await expect(fox.saveState).toHaveText("Saved", { timeout: 60_000 });
  await expect(heron.text.getByText("thread").first()).toBeVisible({ timeout: 60_000 });
}

for (const [name, length] of [
  ["1 MB", 1_000_000],
  ["5 MB", 4_900_000],
] as const) {
  test(`a text of ${name} is opened, gone through to its end, searched, replaced in ten thousand places and written in`, async ({
    app,
    openAs,
  }) => {
    test.slow();
    const text = longText(length);
    const id = await app.createDocument(text);
    const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
    await workThrough(fox, heron);
    const expected = `${text.replaceAll("needle", "thread")}The end.`;
    await expect.poll(async () => (await app.textOf(id)) === expected, { timeout: 60_000 }).toBe(true);
    await fox.page.keyboard.press("Escape");
    await fox.page.keyboard.press("ControlOrMeta+z");
    await expect.poll(async () => (await app.textOf(id)) === `${text}The end.`, { timeout: 60_000 }).toBe(true);
  });
}

/** What of the text one sees now, to within some rows. */
function textInSight({ page }: DocumentView): Promise<string> {
  return page.locator(".cm-scroller").evaluate((scroller) => {
    const window = scroller.getBoundingClientRect();
    const nodes = document.createTreeWalker(scroller, NodeFilter.SHOW_TEXT);
    const seen: string[] = [];
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { top, bottom } = range.getBoundingClientRect();
      if (bottom > window.top && top < window.bottom) seen.push(node.textContent ?? "");
    }
    return seen.join("");
  });
}

test("a line of 1 MB is opened, gone through to its end, searched, written in and copied, and drawn in part only", async ({
  app,
  openAs,
}) => {
  test.slow();
  const [before, after] = [
    Array.from({ length: 60_000 }, (_, index) => `word ${index} `).join(""),
    "and on ".repeat(50_000),
  ];
  const text = `${before}needle ${after}`;
  const id = await app.createDocument(text);
  const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  const { page } = fox;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: app.origin });
  await expect(page.locator(".cm-foldGutter")).toBeAttached();
  await expect(page.locator(".foot")).toContainText("words");
  await expect.poll(() => textInSight(fox)).toContain("word 0 word 1 ");
  await fox.type("The end.");
  await expect.poll(() => textInSight(fox)).toContain("The end.");
  for (let screen = 0; screen < 3; screen += 1) await page.keyboard.press("PageUp");
  await expect.poll(() => textInSight(fox)).not.toContain("The end.");
  await expect.poll(() => textInSight(fox)).toContain("and on ");
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("needle");
  await expect(page.locator(".find-count")).toHaveText("1 match");
  await page.keyboard.press("Enter");
  await expect(page.locator(".cm-searchMatch-selected")).toBeInViewport();
  await page.keyboard.press("Escape");
  await page.keyboard.type("thread");
  await expect.poll(() => textInSight(fox)).toContain("word 59999 thread and on ");
  expect(((await fox.text.textContent()) ?? "").length).toBeLessThan(100_000);
  const expected = `${before}thread ${after}The end.`;
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  expect((await page.evaluate(() => navigator.clipboard.readText())) === expected).toBe(true);
  await expect(fox.saveState).toHaveText("Saved");
  expect((await app.textOf(id)) === expected).toBe(true);
  await heron.text.click({ position: { x: 200, y: 100 } });
  await heron.page.keyboard.press("ControlOrMeta+End");
  await expect.poll(() => textInSight(heron)).toContain("The end.");
});

test("characters that turn the text around are shown and turn nothing, heaps of accents are one sign, and copying gives the text", async ({
  app,
  openAs,
}) => {
  test.slow();
  const heap = `a${"\u0301".repeat(200_000)}z`;
  const text = `begin \u202eabc\u202c \u2067def\u2069 end\n${heap}\n${"\u202bxy".repeat(30_000)}\nafter`;
  const id = await app.createDocument(text);
  const view = await openAs(`/d/${id}`);
  const { page } = view;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: app.origin });
  const line = view.text.locator(".cm-line").first();
  for (const name of ["U+202E", "U+202C", "U+2067", "U+2069"]) {
    await expect(line.getByRole("img", { name, exact: true })).toBeVisible();
  }
  // Each letter stands to the right of the one before it.
  const places = await line.evaluate((element) => {
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const lefts: number[] = [];
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      for (let index = 0; index < (node.textContent ?? "").length; index += 1) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        lefts.push(range.getBoundingClientRect().left);
      }
    }
    return lefts;
  });
  expect(places.length).toBeGreaterThan("begin abc def end".length);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  await expect(view.text.locator(".cm-line").nth(1).getByTitle("U+0301 × 199,970")).toBeVisible();
  await view.text.click({ position: { x: 200, y: 30 } });
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("I ");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("ControlOrMeta+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("begin \u202eabc\u202c \u2067def\u2069 end");
  // Over the heap, letter by letter.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("y");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" all");
  await expect(view.saveState).toHaveText("Saved");
  const expected = `I ${text.replace(heap, heap.replace("z", "yz"))} all`;
  await expect.poll(async () => (await app.textOf(id)) === expected).toBe(true);
});
