import { type DocumentView, expect, test } from "./fixtures.ts";
import { paste } from "./paste.ts";

/** The Markdown's commands are there when its colours are. */
async function openMarkdown(view: DocumentView): Promise<void> {
  await view.text.click();
  await view.page.keyboard.type("# x");
  await expect(view.text.locator(".cm-line span").first()).toBeVisible();
  for (let characters = 3; characters > 0; characters -= 1) await view.page.keyboard.press("Backspace");
  await view.showsText("");
}

test("keys make words bold, italic, struck, code and a link, and each is one step to undo", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("")}`);
  await openMarkdown(view);
  const { keyboard } = view.page;
  await keyboard.type("one two");
  await keyboard.press("ControlOrMeta+b");
  await view.showsText("one **two**");
  await keyboard.type("s");
  await view.showsText("one **twos**");
  await keyboard.press("ControlOrMeta+b");
  await view.showsText("one twos");
  await keyboard.press("ControlOrMeta+z");
  await view.showsText("one **twos**");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("ControlOrMeta+i");
  await view.showsText("*one **twos***");
  await keyboard.press("ControlOrMeta+Shift+KeyX");
  await view.showsText("*~~one **twos**~~*");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("Backspace");
  await keyboard.type("see words");
  await keyboard.press("ControlOrMeta+Alt+k");
  await keyboard.type("https://a.b");
  await view.showsText("see [words](https://a.b)");
  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("Backspace");
  await keyboard.type("let");
  await keyboard.press("ControlOrMeta+e");
  await view.showsText("`let`");
});

test("keys make lines headings, quotes, lists, tasks and code, and plain again", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("")}`);
  await openMarkdown(view);
  const { keyboard } = view.page;
  const steps: readonly (readonly [string, string])[] = [
    ["ControlOrMeta+Alt+2", "## line"],
    ["ControlOrMeta+Alt+0", "line"],
    ["ControlOrMeta+Shift+Period", "> line"],
    ["ControlOrMeta+Shift+Period", "line"],
    ["ControlOrMeta+Shift+7", "1. line"],
    ["ControlOrMeta+Shift+8", "- line"],
    ["ControlOrMeta+Shift+9", "- [ ] line"],
    ["ControlOrMeta+Alt+Enter", "- [x] line"],
    ["ControlOrMeta+Shift+9", "line"],
    ["ControlOrMeta+Shift+KeyE", "```\nline\n```"],
    ["ControlOrMeta+Shift+KeyE", "line"],
  ];
  await keyboard.type("line");
  for (const [key, text] of steps) {
    await keyboard.press(key);
    await view.showsText(text);
  }
});

test("lists go on with Enter, end on an empty item, move in and out with Tab, and stay numbered", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("")}`);
  await openMarkdown(view);
  const { keyboard } = view.page;
  await keyboard.type("1. one");
  await keyboard.press("Enter");
  await keyboard.type("two");
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.type("below");
  await view.showsText("1. one\n2. two\n   1. below");
  await keyboard.press("Shift+Tab");
  await view.showsText("1. one\n2. two\n3. below");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("- [x] done");
  await keyboard.press("Enter");
  await keyboard.type("next");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("> said");
  await keyboard.press("Enter");
  await keyboard.type("more");
  await view.showsText("1. one\n2. two\n3. below\n\n- [x] done\n- [ ] next\n> said\n> more");
});

test("in a table Tab goes from cell to cell, Enter adds a row, and leaving it aligns the columns", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("")}`);
  await openMarkdown(view);
  const { keyboard } = view.page;
  await keyboard.type("| city | 人口 |\n|-|-:|");
  await keyboard.press("Enter");
  await keyboard.type("Zürich");
  await keyboard.press("Tab");
  await keyboard.type("448664");
  await keyboard.press("Tab");
  await keyboard.type("東京");
  await view.showsText("| city   |   人口 |\n| ------ | -----: |\n| Zürich | 448664 |\n| 東京       |        |");
  await keyboard.press("Shift+Tab");
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("after");
  await view.showsText("| city   |   人口 |\n| ------ | -----: |\n| Zürich | 448664 |\n| 東京   |        |\n\nafter");
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowUp");
  await keyboard.press("End");
  for (let step = 0; step < 4; step += 1) await keyboard.press("ArrowLeft");
  await keyboard.type("37 million");
  await keyboard.press("ControlOrMeta+End");
  await expect.poll(async () => (await view.lines())[0]).toBe("| city   |       人口 |");
});

test("a table that is typed with all its bars is the table that was meant", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("")}`);
  await openMarkdown(view);
  for (const line of ["| a | b |", "| - | - |", "| 1 | 2 |", "| 3 | 4 |", ""]) {
    await view.page.keyboard.type(line);
    await view.page.keyboard.press("Enter");
  }
  await view.page.keyboard.type("after\n\nc | d\n--- | ---\n5 | 6\n\n");
  await view.page.keyboard.type("and so on");
  const rows = (text: readonly string[]): string => text.map((cells) => `| ${cells} |\n`).join("");
  const first = rows(["a   | b  ", "--- | ---", "1   | 2  ", "3   | 4  "]);
  const second = rows(["c   | d  ", "--- | ---", "5   | 6  "]);
  await view.showsText(`${first}\nafter\n\n${second}\nand so on`);
});

test("the palette makes tables, images and lines across, and adds and removes a table's rows and columns", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("")}`);
  await openMarkdown(view);
  const { keyboard } = view.page;
  await view.doCommand("image from an address");
  await keyboard.type("https://example.com/a.png");
  await view.showsText("![description](https://example.com/a.png)");
  await view.doCommand("line across");
  await view.showsText("![description](https://example.com/a.png)\n\n---\n");

  await keyboard.press("ControlOrMeta+a");
  await keyboard.press("Delete");
  await view.doCommand("table");
  await view.showsText("| First | Second |\n| ----- | ------ |\n|       |        |\n");
  await keyboard.type("Who");
  await view.doCommand("table column to the right");
  await keyboard.type("Where");
  await view.doCommand("table row below");
  await keyboard.type("Heron");
  await view.doCommand("align the table");
  await view.showsText(
    "| Who   | Where | Second |\n| ----- | ----- | ------ |\n| Heron |       |        |\n|       |       |        |\n",
  );
  await view.doCommand("remove the table column");
  await view.doCommand("remove the table row");
  await view.showsText("| Where | Second |\n| ----- | ------ |\n|       |        |\n");
  await expect(view.text).toBeFocused();
});

test("rich text is pasted as Markdown, where its picture and its code are text too", async ({ app, openAs }) => {
  const id = await app.createDocument("");
  const view = await openAs(`/d/${id}`);
  await openMarkdown(view);
  const html = `<meta charset="utf-8"><h2>Plan</h2><ul><li>one <b>bold</b></li><li><a href="https://a.b">two</a></li></ul>
    <table><tr><th>A</th></tr><tr><td>1</td></tr></table><img src=x onerror="document.title='ran'"><script>document.title='ran'</script>`;
  await paste(view, { "text/plain": "plain", "text/html": html });
  const markdown = "## Plan\n\n- one **bold**\n- [two](https://a.b)\n\n| A |\n| - |\n| 1 |";
  await view.showsText(markdown);
  await view.page.keyboard.type(" end");
  await expect.poll(() => app.textOf(id)).toBe(`${markdown} end`);
  await expect(view.page).not.toHaveTitle(/ran/);
  await view.page.keyboard.press("ControlOrMeta+a");
  const code = `<meta charset="utf-8"><div style="font-family: Consolas, monospace;white-space: pre;"><div><b>let</b> a;</div></div>`;
  await paste(view, { "text/plain": "let *a*;", "text/html": code });
  await view.showsText("let *a*;");
  await view.page.keyboard.press("ControlOrMeta+a");
  await paste(view, { "text/plain": "only <b>plain</b>" });
  await view.showsText("only <b>plain</b>");
});

test("what is pasted is there, plain, when the document turns out to be no Markdown meanwhile", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("");
  const view = await openAs(`/d/${id}`);
  await openMarkdown(view);
  await expect(view.text).toHaveAttribute("data-language", "markdown");
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await view.page.route("**/assets/rich-text-*.js", async (route) => {
    reached.resolve();
    await released.promise;
    await route.continue();
  });
  await paste(view, { "text/plain": "two words", "text/html": "<b>two</b> words" });
  await reached.promise;
  await fetch(`${app.origin}/api/documents/${id}`, { method: "PATCH", body: JSON.stringify({ language: "plain" }) });
  await expect(view.text).not.toHaveAttribute("data-language");
  released.resolve();
  await view.showsText("two words");
});

test("what is pasted over a selection replaces that, and nothing that was written there meanwhile", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("")}`);
  await openMarkdown(view);
  await view.page.keyboard.type("old words");
  const released = Promise.withResolvers<void>();
  await view.page.route("**/assets/rich-text-*.js", async (route) => {
    await released.promise;
    await route.continue();
  });
  const bold = { "text/plain": "new", "text/html": "<b>new</b>" };
  await view.page.keyboard.press("ControlOrMeta+a");
  await paste(view, bold);
  await view.page.keyboard.type("typed");
  await view.showsText("typed");
  released.resolve();
  await view.showsText("**new**typed");
  await view.page.keyboard.press("ControlOrMeta+a");
  await paste(view, bold);
  await view.showsText("**new**");
});

test("a pasted address becomes a link of the selected words, and a picture's address a picture", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("")}`);
  await openMarkdown(view);
  await view.page.keyboard.type("here ");
  await paste(view, { "text/plain": "https://a.b/cat.png" });
  await view.page.keyboard.type("a cat");
  await view.showsText("here ![a cat](https://a.b/cat.png)");
  await view.page.keyboard.press("ControlOrMeta+a");
  await view.page.keyboard.type("words");
  await view.page.keyboard.press("ControlOrMeta+a");
  await paste(view, { "text/plain": "https://a.b/c", "text/html": '<a href="https://a.b/c">https://a.b/c</a>' });
  await view.showsText("[words](https://a.b/c)");
});

test("in a document that is not Markdown rich text stays plain, and the keys put no marks in", async ({
  app,
  openAs,
}) => {
  const response = await fetch(`${app.origin}/api/documents`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ language: "plain", text: "" }),
  });
  const { id }: { id: string } = await response.json();
  const view = await openAs(`/d/${id}`);
  await view.text.click();
  await paste(view, { "text/plain": "two words", "text/html": "<b>two</b> words" });
  await view.page.keyboard.press("ControlOrMeta+b");
  await view.page.keyboard.type("!");
  await view.showsText("two words!");
});
