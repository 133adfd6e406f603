/** What one edits with, alone: keys, carets, search, folding, words, and how the text is shown. */

import { type DocumentView, expect, test } from "./fixtures.ts";

interface Content {
  readonly text: string;
  readonly title?: string;
  readonly language?: string;
}

/** A document with `content`, whose editor has all its tools. */
async function open(
  app: { readonly origin: string },
  openAs: (path: string, options?: { width?: number }) => Promise<DocumentView>,
  content: Content,
  options?: { width?: number },
): Promise<{ readonly id: string; readonly view: DocumentView }> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${app.origin}/api/documents`, {
    method: "POST",
    body: JSON.stringify(content),
    headers,
  });
  const { id }: { id: string } = await response.json();
  const view = await openAs(`/d/${id}`, options);
  await expect(view.page.locator(".cm-foldGutter")).toBeAttached();
  return { id, view };
}

/** Has the person's choices on this device be these, before the page is opened anew. */
async function prefer(view: DocumentView, choices: Readonly<Record<string, unknown>>): Promise<void> {
  await view.page.evaluate((all) => {
    for (const [name, value] of Object.entries(all)) localStorage.setItem(`samepage:${name}`, JSON.stringify(value));
  }, choices);
  await view.page.reload();
  await expect(view.page.locator(".cm-foldGutter")).toBeAttached();
}

async function putCaret(view: DocumentView, line: number, key: "Home" | "End" = "Home"): Promise<void> {
  await view.text.locator(".cm-line").nth(line).click();
  await view.page.keyboard.press(key);
}

test("lines are moved, copied and deleted, and code is commented out, by keys", async ({ app, openAs }) => {
  const { view } = await open(app, openAs, { title: "x.js", text: "one();\ntwo();\nthree();" });
  const { keyboard } = view.page;
  await expect(view.page.getByRole("button", { name: "Language: JavaScript" })).toBeVisible();
  await putCaret(view, 0);
  await keyboard.press("Alt+ArrowDown");
  await view.showsText("two();\none();\nthree();");
  await keyboard.press("Shift+Alt+ArrowDown");
  await view.showsText("two();\none();\none();\nthree();");
  await keyboard.press("ControlOrMeta+Shift+k");
  await view.showsText("two();\none();\nthree();");
  await expect(async () => {
    await keyboard.press("ControlOrMeta+/");
    await view.showsText("two();\none();\n// three();");
  }).toPass();
  await keyboard.press("ControlOrMeta+/");
  await view.showsText("two();\none();\nthree();");
});

test("several carets write at once, and a rectangle is selected with Alt", async ({ app, openAs }) => {
  const { view } = await open(app, openAs, { language: "plain", text: "aaaa\nbbbb\ncccc" });
  const { keyboard, mouse } = view.page;
  await putCaret(view, 0);
  await keyboard.press("ControlOrMeta+Alt+ArrowDown");
  await keyboard.press("ControlOrMeta+Alt+ArrowDown");
  await expect(view.page.locator(".foot")).toContainText("3 selections");
  await keyboard.type("- ");
  await view.showsText("- aaaa\n- bbbb\n- cccc");
  await keyboard.press("Escape");
  const boxes = await view.text.locator(".cm-line").evaluateAll((lines) =>
    lines.map((line) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, letter: (right - left) / 6, y: (top + bottom) / 2 };
    }),
  );
  const [first, , last] = boxes;
  if (first === undefined || last === undefined) throw new Error("three lines are drawn");
  await keyboard.down("Alt");
  await mouse.move(first.left + first.letter * 2, first.y);
  await mouse.down();
  await mouse.move(last.left + last.letter * 4, last.y, { steps: 4 });
  await mouse.up();
  await keyboard.up("Alt");
  await keyboard.type("X");
  await view.showsText("- Xaa\n- Xbb\n- Xcc");
});

test("brackets are closed and matched, unless a person prefers not", async ({ app, openAs }) => {
  const { view } = await open(app, openAs, { title: "x.js", text: "" });
  await view.text.click();
  await view.page.keyboard.type("f(a[0");
  await view.showsText("f(a[0])");
  await view.page.keyboard.press("ArrowRight");
  await expect(view.text.locator(".cm-matchingBracket")).toHaveCount(2);
  await prefer(view, { "close-brackets": false });
  await view.text.click();
  await view.page.keyboard.press("ControlOrMeta+a");
  await view.page.keyboard.type("f(");
  await view.showsText("f(");
});

test("text is found and replaced: by words, case and expressions, with a count, by keys alone", async ({
  app,
  openAs,
}) => {
  const text = "Cat, cat, category\n12 and 345";
  const { view } = await open(app, openAs, { language: "plain", text });
  const { page } = view;
  await view.text.click();
  await page.keyboard.press("ControlOrMeta+f");
  const find = page.getByRole("textbox", { name: "Find", exact: true });
  await expect(find).toBeFocused();
  await page.keyboard.type("cat");
  const count = page.locator(".find-count");
  await expect(count).toHaveText("3 matches");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText(/^\d of 3$/);
  await page.getByRole("button", { name: "Match case" }).click();
  await expect(count).toHaveText(/2/);
  await page.getByRole("button", { name: "Whole words" }).click();
  await expect(count).toHaveText(/1/);
  await page.getByRole("button", { name: "Match case" }).click();
  await page.getByRole("button", { name: "Whole words" }).click();
  await page.getByRole("button", { name: "Regular expression" }).click();
  await find.fill("(");
  await expect(count).toHaveText("Not a regular expression");
  await find.fill("\\d+");
  await expect(count).toHaveText("2 matches");
  await page.getByRole("textbox", { name: "Replace with" }).fill("<$&>");
  await page.getByRole("button", { name: "Replace all" }).click();
  await view.showsText("Cat, cat, category\n<12> and <345>");
  await expect(page.getByRole("status", { name: "Notifications" })).toContainText("Replaced 2 matches.");
  await page.keyboard.press("Escape");
  await expect(find).toHaveCount(0);
  await expect(view.text).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await view.showsText(text);
});

for (const width of [390, 320]) {
  test(`find and replace fit a window of ${width} pixels`, async ({ app, openAs }) => {
    const { view } = await open(app, openAs, { language: "plain", text: "one two" }, { width });
    await view.text.click();
    await view.page.keyboard.press("ControlOrMeta+f");
    await view.page.keyboard.type("two");
    await expect(view.page.locator(".find-count")).toHaveText("1 match");
    for (const control of await view.page.locator(".find :is(button, input)").all()) {
      const box = await control.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
  });
}

test("one goes to a line by its number", async ({ app, openAs }) => {
  const text = Array.from({ length: 300 }, (_, index) => `This is line ${index + 1}.`).join("\n");
  const { view } = await open(app, openAs, { language: "plain", text });
  await view.text.click();
  await view.page.keyboard.press("ControlOrMeta+Alt+g");
  await view.page.getByRole("textbox", { name: "Go to line" }).fill("250");
  await view.page.keyboard.press("Enter");
  await expect(view.text.getByText("This is line 250.")).toBeInViewport();
  await expect(view.page.locator(".foot")).toContainText("Ln 250");
});

test("what belongs together is folded away and shown again, by its button and by keys", async ({ app, openAs }) => {
  const { view } = await open(app, openAs, { title: "x.js", text: "function f() {\n  one();\n  two();\n}\nend();" });
  await view.page.locator(".cm-gutters").hover();
  await view.page.locator(".cm-foldGutter button[aria-label=Fold]").last().click();
  await expect(view.text).not.toContainText("two();");
  await view.page.locator(".cm-foldGutter button[aria-label=Unfold]").last().click();
  await expect(view.text).toContainText("two();");
  await putCaret(view, 0, "End");
  await view.page.keyboard.press("Control+Shift+{");
  await expect(view.text).not.toContainText("two();");
  await view.page.keyboard.press("Control+Shift+}");
  await expect(view.text).toContainText("two();");
});

test("text is indented as it is already, and as one chooses", async ({ app, openAs }) => {
  const { view } = await open(app, openAs, { title: "x.js", text: "if (a) {\n    if (b) {\n        c();\n    }\n}\n" });
  const button = view.page.getByRole("button", { name: /^Indentation:/ });
  await expect(button).toHaveText("Spaces: 4");
  await putCaret(view, 5);
  await view.page.keyboard.press("Tab");
  await view.page.keyboard.type("x");
  await expect(view.text.locator(".cm-line").last()).toHaveText("    x");
  await button.click();
  await view.page.getByRole("option", { name: "Tabs" }).click();
  await expect(button).toHaveText("Tabs");
  await putCaret(view, 5);
  await view.page.keyboard.press("Tab");
  await expect(view.text.locator(".cm-line").last()).toHaveText("\t    x");
  // The way out of the text, for whoever has no mouse.
  await view.page.keyboard.press("Escape");
  await view.page.keyboard.press("Tab");
  await expect(view.text).not.toBeFocused();
});

test("words of the document are offered while one types, and Enter stays a new line until one points at one", async ({
  app,
  openAs,
}) => {
  const { view } = await open(app, openAs, { language: "plain", text: "extraordinary things\n" });
  const offered = view.page.locator(".cm-tooltip-autocomplete");
  await putCaret(view, 1);
  await view.page.keyboard.type("extra");
  await expect(offered).toContainText("extraordinary");
  await view.page.keyboard.press("Enter");
  await view.showsText("extraordinary things\nextra\n");
  await view.page.keyboard.type("extrao");
  await expect(offered).toContainText("extraordinary");
  await view.page.keyboard.press("Tab");
  await view.showsText("extraordinary things\nextra\nextraordinary");
  await prefer(view, { completion: false });
  await putCaret(view, 2, "End");
  await view.page.keyboard.type(" extr");
  await view.page.keyboard.press("Control+Space");
  await expect(offered).toContainText("extraordinary");
});

test("size, face, wrapping, numbers, marks and spelling are as the person chose on this device", async ({
  app,
  openAs,
}) => {
  const { view } = await open(app, openAs, { language: "markdown", text: `a b\tc ${"long ".repeat(100)}` });
  const editor = view.page.locator(".cm-editor");
  const scroller = view.page.locator(".cm-scroller");
  await expect(editor).toHaveCSS("font-size", "14.5px");
  await expect(scroller).toHaveCSS("font-family", /JetBrains/);
  await expect(view.text).toHaveAttribute("spellcheck", "true");
  await expect(view.text).toHaveClass(/cm-lineWrapping/);
  await prefer(view, {
    "font-size": 20,
    face: "prose",
    wrap: false,
    "line-numbers": false,
    whitespace: true,
    "spell-check": false,
  });
  await expect(editor).toHaveCSS("font-size", "20px");
  await expect(scroller).toHaveCSS("font-family", /^"?Inter/);
  await expect(view.text).toHaveAttribute("spellcheck", "false");
  await expect(view.text).not.toHaveClass(/cm-lineWrapping/);
  await expect(view.page.locator(".cm-lineNumbers")).not.toContainText("1");
  await expect(view.text.locator(".cm-highlightTab")).toHaveCount(1);
  await expect(view.text.locator(".cm-highlightSpace").first()).toBeAttached();
});

test("the line below the text counts words, also those that are selected", async ({ app, openAs }) => {
  const { view } = await open(app, openAs, { language: "plain", text: "one two three four" });
  const foot = view.page.locator(".foot");
  await expect(foot).toContainText("4 words");
  await expect(foot.getByTitle("18 characters")).toBeVisible();
  await putCaret(view, 0);
  await view.page.keyboard.press("ControlOrMeta+Shift+ArrowRight");
  await view.page.keyboard.press("ControlOrMeta+Shift+ArrowRight");
  await expect(foot).toContainText("2 of 4 words");
});

test("Vim's keys work, with one's own undo, and :w says that the page saves by itself", async ({ app, openAs }) => {
  const { id, view } = await open(app, openAs, { language: "plain", text: "one\ntwo\nthree" });
  const other = await openAs(`/d/${id}`);
  await prefer(view, { keymap: "vim" });
  const { keyboard } = view.page;
  await expect(view.page.locator(".cm-vim-panel")).toBeAttached();
  await expect(view.page.locator(".foot")).toContainText("Vim");
  await putCaret(view, 0);
  await keyboard.type("dd");
  await view.showsText("two\nthree");
  await keyboard.type("iX");
  await keyboard.press("Escape");
  await view.showsText("Xtwo\nthree");
  await other.text.locator(".cm-line").last().click();
  await other.page.keyboard.press("End");
  await other.page.keyboard.insertText("!");
  await view.showsText("Xtwo\nthree!");
  await keyboard.type("u");
  await view.showsText("two\nthree!");
  await keyboard.type("u");
  await view.showsText("one\ntwo\nthree!");
  await keyboard.press("Control+r");
  await view.showsText("two\nthree!");
  await keyboard.type(":w");
  await keyboard.press("Enter");
  await expect(view.page.getByRole("status", { name: "Notifications" })).toContainText("the page saves by itself");
});

test("Emacs' keys work, with one's own undo", async ({ app, openAs }) => {
  const { view } = await open(app, openAs, { language: "plain", text: "one two\nthree" });
  await prefer(view, { keymap: "emacs" });
  const { keyboard } = view.page;
  await expect(view.page.locator(".foot")).toContainText("Emacs");
  await expect(view.page.locator(".cm-emacsMode")).toBeAttached();
  await putCaret(view, 0);
  await keyboard.press("Control+k");
  await expect.poll(async () => (await view.lines())[0]).toBe("");
  await keyboard.press("Control+/");
  await view.showsText("one two\nthree");
  await keyboard.press("Control+e");
  await keyboard.type("!");
  await view.showsText("one two!\nthree");
});
