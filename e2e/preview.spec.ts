import type { FrameLocator, Locator } from "@playwright/test";
import { type DocumentView, expect, test } from "./fixtures.ts";
import { addLink, createOwned } from "./owned-document.ts";

interface PreviewView {
  readonly region: Locator;
  readonly frame: FrameLocator;
  readonly root: Locator;
}

/** Opens the preview as a person does. */
async function openPreview({ page }: DocumentView): Promise<PreviewView> {
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  const region = page.getByRole("region", { name: "Preview" });
  const frame = region.locator("iframe").contentFrame();
  return { region, frame, root: frame.locator("#preview") };
}

/** Where an element is in the window of its page or frame, in pixels from the top. */
const topOf = (element: Locator): Promise<number> => element.evaluate((each) => each.getBoundingClientRect().top);

const chapters = (count: number): string =>
  Array.from({ length: count }, (_each, index) => `## Chapter ${index}\n\n${"Some words of it. ".repeat(30)}\n`).join(
    "\n",
  );

test("what two people write is previewed for both, and a task that is ticked in the preview is ticked for the other", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("# Plan\n\n- [ ] first\n- [ ] second\n");
  const [heron, otter] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  const [seen, other] = [await openPreview(heron), await openPreview(otter)];
  await expect(seen.frame.getByRole("heading", { name: "Plan" })).toBeVisible();

  await heron.type("\n\nA *word* of ~~Heron~~");
  await otter.type("'s, and www.example.com");
  for (const { frame } of [seen, other]) {
    await expect(frame.locator("em")).toHaveText("word");
    await expect(frame.locator("del")).toHaveText("Heron");
    await expect(frame.getByRole("link")).toHaveAttribute("href", "http://www.example.com");
  }

  // Lines come in above while the other looks at the task.
  await otter.page.keyboard.press("ControlOrMeta+Home");
  await otter.page.keyboard.type("Above\n\n");
  await seen.frame.getByRole("checkbox", { name: "second" }).click();
  await expect(other.frame.getByRole("checkbox", { name: "second" })).toBeChecked();
  await expect(other.frame.getByRole("checkbox", { name: "first" })).not.toBeChecked();
  await expect.poll(() => app.textOf(id)).toContain("- [ ] first\n- [x] second\n");
  await expect(seen.frame.getByRole("checkbox", { name: "second" })).toBeChecked();

  // By keyboard too, and the focus stays with the task.
  await seen.frame.getByRole("checkbox", { name: "second" }).focus();
  await heron.page.keyboard.press("Space");
  await expect(other.frame.getByRole("checkbox", { name: "second" })).not.toBeChecked();
  await expect(seen.frame.getByRole("checkbox", { name: "second" })).toBeFocused();
});

test("a bold word is bolder than the words around it, in a heading, too", async ({ app, openAs }) => {
  const text = "## minimum\n\n## **minimum**\n\nminimum\n\n**minimum**\n";
  const { frame } = await openPreview(await openAs(`/d/${await app.createDocument(text)}`));
  await expect(frame.locator("p strong")).toBeVisible();
  const widths = await frame.locator("#preview").evaluate(async (root) => {
    await document.fonts.ready;
    return [...root.querySelectorAll("h2, p")].map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().width;
    });
  });
  const [heading = 0, boldHeading = 0, words = 0, boldWords = 0] = widths;
  expect(boldHeading).toBeGreaterThan(heading);
  expect(boldWords).toBeGreaterThan(words);
});

test("what is written anew is never seen twice, however long its drawing takes", async ({ app, openAs }) => {
  const tasks = Array.from({ length: 1_000 }, (_, index) => `- [ ] task ${index}\n`).join("");
  const { frame, root } = await openPreview(await openAs(`/d/${await app.createDocument(tasks)}`));
  await expect(frame.getByRole("listitem")).toHaveCount(1_000);
  const seen = await root.evaluateHandle((root) => {
    const seen = { lists: 0 };
    new MutationObserver(() => {
      seen.lists = Math.max(seen.lists, root.querySelectorAll("ul").length);
    }).observe(root, { childList: true });
    return seen;
  });
  await frame.getByRole("checkbox", { name: "task 7", exact: true }).click();
  await expect.poll(() => seen.evaluate(({ lists }) => lists)).toBeGreaterThan(0);
  await expect(frame.getByRole("checkbox", { name: "task 7", exact: true })).toBeChecked();
  expect(await seen.evaluate(({ lists }) => lists)).toBe(1);
});

test("who may only read sees the tasks, and cannot tick them", async ({ app, openAs }) => {
  const owned = await createOwned(app.origin, "- [ ] task\n");
  const view = await openAs((await addLink(owned, { role: "view" })).path);
  const { frame } = await openPreview(view);
  await expect(frame.getByRole("checkbox", { name: "task" })).toBeDisabled();
});

test("code has its colours, formulas and diagrams are drawn, and front matter is a table", async ({ app, openAs }) => {
  const fence = "```";
  const id = await app.createDocument(
    `---\ntitle: About\ntags: [a, b]\n---\n\n${fence}ts\nconst word = "text";\n${fence}\n\n$x^2$ and\n\n$$\n\\frac12\n$$\n\n` +
      `${fence}mermaid\nflowchart LR\n  A[Page] --> B[Frame]\n${fence}\n\n${fence}mermaid\nno diagram\n${fence}\n\n$\\wrong$\n`,
  );
  const { frame } = await openPreview(await openAs(`/d/${id}`));
  await expect(frame.locator("pre .c-keyword")).toHaveText("const");
  await expect(frame.locator("pre .c-string")).toHaveText('"text"');
  await expect(frame.locator("table.front-matter th")).toHaveText(["title", "tags"]);
  await expect(frame.locator("table.front-matter td")).toHaveText(["About", "a, b"]);
  await expect(frame.locator(".formula .katex")).toHaveCount(2);
  await expect(frame.locator(".diagram svg")).toContainText("Frame");
  await expect(frame.locator(".diagram figcaption")).toContainText("This diagram cannot be drawn.");
  await expect(frame.locator(".formula-fault")).toHaveAttribute("title", /This formula cannot be drawn/);
});

test("tables, quotes, front matter, footnotes and tasks begin where their own words do, on a page that runs from the right too", async ({
  app,
  openAs,
}) => {
  const cells = (one: string, other: string): string => `| ${one} | ${other} |\n| - | - |\n| 1 | 2 |\n`;
  const id = await app.createDocument(
    `---\ntitle: Stones\n---\n\n${cells("One", "Two")}\n${cells("واحد", "اثنان")}\n> اقتباس\n\n- [ ] مهمة\n- [ ] Task\n\nSee.[^1]\n\n[^1]: There.\n`,
  );
  const { page } = await openAs(`/d/${id}`, { locale: "ar" });
  await page.getByRole("button", { name: "معاينة", exact: true }).click();
  const frame = page.locator(".preview-panel iframe").contentFrame();
  await expect(frame.locator("table.front-matter")).toHaveCSS("direction", "ltr");
  await expect(frame.locator(".footnotes ol")).toHaveCSS("direction", "ltr");
  await expect(frame.locator("blockquote")).toHaveCSS("direction", "rtl");
  const boxes = await frame
    .getByRole("checkbox")
    .evaluateAll((each) => each.map((box) => box.getBoundingClientRect().x));
  expect(boxes[0]).toBeGreaterThan(100);
  expect(boxes[1]).toBe(boxes[0]);
  const edges = await frame.locator("#preview table").evaluateAll((tables) =>
    tables.map((table) => {
      const { left, right } = table.getBoundingClientRect();
      const room = table.parentElement?.getBoundingClientRect() ?? new DOMRect();
      return { atLeft: left - room.left < 1, atRight: room.right - right < 1 };
    }),
  );
  const [atLeft, atRight] = [
    { atLeft: true, atRight: false },
    { atLeft: false, atRight: true },
  ];
  expect(edges).toEqual([atLeft, atLeft, atRight]);
});

test("text and preview scroll together, either way", async ({ app, openAs }) => {
  const id = await app.createDocument(chapters(60));
  const view = await openAs(`/d/${id}`);
  const { frame, region } = await openPreview(view);
  await expect(frame.getByRole("heading", { name: "Chapter 59" })).toBeAttached();

  /** The headings in the upper half of the window, in the text and in the preview. */
  const inText = (): Promise<string[]> =>
    view.text
      .locator(".cm-line", { hasText: /^## Chapter \d+$/ })
      .evaluateAll((lines) =>
        lines
          .filter((line) => line.getBoundingClientRect().top > 52 && line.getBoundingClientRect().top < 452)
          .map((line) => line.textContent?.replace("## ", "") ?? ""),
      );
  const inPreview = (): Promise<string[]> =>
    frame
      .locator("h2")
      .evaluateAll((headings) =>
        headings
          .filter((heading) => heading.getBoundingClientRect().top > 0 && heading.getBoundingClientRect().top < 400)
          .map((heading) => heading.textContent ?? ""),
      );
  const areTogetherBehind = async (chapter: number): Promise<boolean> => {
    const [text, preview] = [await inText(), await inPreview()];
    return text.some((heading) => preview.includes(heading) && Number(heading.replace("Chapter ", "")) > chapter);
  };
  await view.page.mouse.move(300, 400);
  await view.page.mouse.wheel(0, 4_000);
  await expect.poll(() => areTogetherBehind(10)).toBe(true);

  await region.hover();
  await view.page.mouse.wheel(0, 5_000);
  await expect.poll(() => areTogetherBehind(25)).toBe(true);

  await view.text.click();
  await view.page.keyboard.press("ControlOrMeta+Home");
  await expect(frame.getByRole("heading", { name: "Chapter 0" })).toBeInViewport();
});

test("what one reads in the preview stays where it is while somebody writes above", async ({ app, openAs }) => {
  const id = await app.createDocument(chapters(40));
  const [reader, writer] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  const { frame, region } = await openPreview(reader);
  const heading = frame.getByRole("heading", { name: "Chapter 20" });
  await expect(heading).toBeAttached();
  // As a reader does: what they scroll stays with them.
  await region.hover();
  await reader.page.mouse.wheel(0, (await topOf(heading)) - 150);
  await expect(heading).toBeInViewport();
  await expect(reader.text.locator(".cm-line", { hasText: "## Chapter 20" })).toBeInViewport();
  const before = await topOf(heading);
  await writer.text.click();
  await writer.page.keyboard.press("ControlOrMeta+Home");
  await writer.page.keyboard.type("New words\n\n- one\n- two\n\n");
  await expect(frame.getByRole("listitem").first()).toBeAttached();
  expect(Math.abs((await topOf(heading)) - before)).toBeLessThan(3);
});

test("headings and footnotes are gone to, and links elsewhere open in a tab of their own that knows nothing of the page", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument(
    `[To it](#the-end)[^1] and [away](${app.origin}/elsewhere)\n\n[^1]: The note.\n\n${chapters(20)}\n# The end\n\nLast\n`,
  );
  const view = await openAs(`/d/${id}`);
  const { frame } = await openPreview(view);
  await frame.getByRole("link", { name: "To it" }).click();
  await expect(frame.getByRole("heading", { name: "The end" })).toBeInViewport();
  await frame.getByRole("link", { name: "Back to the text" }).click();
  await expect(frame.getByRole("link", { name: "To it" })).toBeInViewport();
  await frame.getByRole("link", { name: "1", exact: true }).click();
  await expect(frame.getByText("The note.")).toBeInViewport();

  const opened = view.page.context().waitForEvent("page");
  await frame.getByRole("link", { name: "away" }).click();
  const tab = await opened;
  await tab.waitForURL(/elsewhere$/);
  expect(await tab.evaluate(() => opener === null && document.referrer === "")).toBe(true);
});

test("code is copied with one press", async ({ app, openAs }) => {
  const id = await app.createDocument("```\nsome code\n```\n");
  const view = await openAs(`/d/${id}`);
  await view.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { frame } = await openPreview(view);
  await frame.locator("pre").hover();
  await frame.getByRole("button", { name: "Copy" }).click();
  await expect(frame.getByRole("button", { name: "Copied" })).toBeVisible();
  await view.page.bringToFront();
  await expect.poll(() => view.page.evaluate(() => navigator.clipboard.readText())).toBe("some code\n");
});

test("the preview is as wide as one makes it, by mouse and by keyboard, and can take the text's place", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("# Wide\n")}`);
  const { region } = await openPreview(view);
  const width = async (): Promise<number> => (await region.boundingBox())?.width ?? 0;
  const half = await width();
  const divider = view.page.getByRole("separator", { name: "Width of the text" });
  await divider.press("ArrowRight");
  await expect.poll(width).toBeLessThan(half);
  await divider.hover();
  await view.page.mouse.down();
  await view.page.mouse.move(400, 300);
  await view.page.mouse.up();
  await expect.poll(width).toBeGreaterThan(800);
  const dragged = await width();
  await view.page.reload();
  await expect.poll(width).toBe(dragged);

  await view.page.getByRole("button", { name: "Show the preview in the text’s place" }).click();
  await expect(view.text).toBeHidden();
  await view.page.getByRole("button", { name: "Show the preview beside the text" }).click();
  await view.page.getByRole("button", { name: "Close the preview" }).click();
  await expect(region).toBeHidden();
  await expect(view.text).toBeFocused();
});

test("a key shows the preview and hides it, from the text and from the preview", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("# Key\n")}`);
  await view.text.click();
  const region = view.page.getByRole("region", { name: "Preview" });
  // The parts that listen for keys come when the text is shown.
  await expect(async () => {
    if (!(await region.isVisible())) await view.page.keyboard.press("ControlOrMeta+Alt+KeyP");
    await expect(region).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await region.locator("iframe").contentFrame().getByRole("heading", { name: "Key" }).click();
  await view.page.keyboard.press("ControlOrMeta+Alt+KeyP");
  await expect(region).toBeHidden();
  await expect(view.text).toBeFocused();
});

test("at 390 px the preview takes the text's place, in light and dark", async ({ app, openAs }) => {
  const id = await app.createDocument("# Small\n\nwords\n");
  for (const colorScheme of ["light", "dark"] as const) {
    const view = await openAs(`/d/${id}`, { width: 390, colorScheme });
    const { frame, region } = await openPreview(view);
    await expect(frame.getByRole("heading", { name: "Small" })).toBeVisible();
    await expect(view.text).toBeHidden();
    expect((await region.boundingBox())?.width).toBe(390);
    await expect(frame.locator("html")).toHaveAttribute("data-theme", colorScheme);
    await view.page.getByRole("button", { name: "Close the preview" }).click();
    await expect(view.text).toBeVisible();
  }
});

test("an empty page says that there is nothing to preview, and another language that only Markdown has one", async ({
  app,
  openAs,
}) => {
  const owned = await createOwned(app.origin, "");
  const view = await openAs(`/d/${owned.id}`);
  const { region, root } = await openPreview(view);
  await expect
    .poll(() => root.evaluate((element) => getComputedStyle(element, "::before").content))
    .toBe('"Nothing to preview yet."');
  await owned.asOwner("PATCH", "", { language: "plain" });
  await expect(region).toContainText("Only Markdown has a preview.");
});

test("a text of one megabyte is previewed while one writes in it, and no letter is lost", async ({ app, openAs }) => {
  // A busy machine takes its time with a megabyte.
  test.setTimeout(240_000);
  const paragraph = `${"Words of a long text, with *stress* and `code`. ".repeat(12)}\n\n- [ ] task\n\n`;
  const text = `# Long\n\n${paragraph.repeat(Math.ceil(1_000_000 / paragraph.length))}`;
  const id = await app.createDocument(text);
  const view = await openAs(`/d/${id}`);
  const { frame } = await openPreview(view);
  await expect(frame.getByRole("heading", { name: "Long" })).toBeVisible();
  const typed = "everything that is typed while the preview is drawn stays as it was typed";
  await view.type(`\n## ${typed}`);
  await expect(frame.getByRole("heading", { name: typed })).toBeAttached({ timeout: 60_000 });
  await expect(view.saveState).toHaveText("Saved");
  expect(await app.textOf(id)).toBe(`${text}\n## ${typed}`);
});

test("what goes wrong in the preview is said in words, and one writes on", async ({ app, openAs }) => {
  const view = await openAs("/elsewhere");
  await view.page.route(/\/assets\/worker-[^/]*\.js$/, (route) => route.abort());
  const id = await app.createDocument("# Words\n");
  await view.page.goto(`${app.origin}/d/${id}`);
  const { region, frame } = await openPreview(view);
  await expect(region.getByRole("alert")).toContainText("The preview could not be made. The text is as it was.");
  await view.type("go on");
  await view.showsText("# Words\ngo on");
  await view.page.unroute(/\/assets\/worker-[^/]*\.js$/);
  await region.getByRole("button", { name: "Try again" }).click();
  await expect(frame.getByRole("heading", { name: "Words" })).toBeVisible();
});

test("a frame that says more than it has to say is taken away, and one writes on", async ({ app, openAs }) => {
  const view = await openAs("/elsewhere");
  const { page } = view;
  const script = `for (let count = 0; count < 20_000; count += 1) parent.postMessage({ kind: "scrolled", line: 0 }, "*");`;
  await page.route(/\/preview\/.*\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.goto(`${app.origin}/d/${await app.createDocument("# Words\n")}`);
  await page.getByRole("button", { name: "Preview", exact: true }).click();
  const region = page.getByRole("region", { name: "Preview" });
  await expect(region.getByRole("alert")).toBeVisible();
  await expect(region.locator("iframe")).toHaveCount(0);
  await view.type("more ");
  await view.showsText("# Words\nmore ");
});

test("a preview that stands still is begun anew, which is said", async ({ app, openAs }) => {
  const view = await openAs("/elsewhere");
  const { page } = view;
  await page.clock.install();
  // A frame that takes what is to be shown, and never says more.
  const script = `addEventListener("message", ({ data }) => {
    if (data.kind === "show") document.getElementById("preview").textContent = "It stands still.";
  });
  parent.postMessage({ kind: "ready" }, "*");`;
  const scripts = /\/preview\/.*\.js$/;
  await page.route(scripts, (route) => route.fulfill({ contentType: "text/javascript", body: script }));
  await page.goto(`${app.origin}/d/${await app.createDocument("# Words\n")}`);
  const { root, frame } = await openPreview(view);
  await expect(root).toHaveText("It stands still.");
  await page.unroute(scripts);
  const said = page.getByRole("status", { name: "Notifications" }).getByText("The preview stood still");
  await expect(async () => {
    await page.clock.fastForward(5_000);
    await expect(said).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(frame.getByRole("heading", { name: "Words" })).toBeVisible();
});
