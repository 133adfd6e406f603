/** What is pasted may be made to hold up the page: it is bounded, and said where it is. */

import { type DocumentView, expect, test } from "./fixtures.ts";
import { paste } from "./paste.ts";

async function openMarkdown(view: DocumentView): Promise<void> {
  await expect(view.page.locator(".cm-foldGutter")).toBeAttached();
  await view.text.click();
}

const isSaid = "That was too much formatting, so its plain text was pasted.";

/** Columns that each of the rows gets. */
const wide = '<table><tr><td rowspan="65534" colspan="1000">a</td></tr>';

test("rich text that would take for ever holds up nothing, and its plain text is pasted, which is said", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("# Before\n\n");
  const view = await openAs(`/d/${id}`);
  await openMarkdown(view);
  await view.page.keyboard.press("ControlOrMeta+End");
  // As if it met what keeps it busy for ever.
  const isBusy = {
    contentType: "text/javascript",
    body: 'postMessage({ kind: "ready" }); onmessage = () => { for (;;); };',
  };
  await view.page.route(/rich-text-worker/, (route) => route.fulfill(isBusy));
  await paste(view, { "text/plain": "plain words", "text/html": "<b>words</b>" });
  await view.page.keyboard.press("ControlOrMeta+Home");
  await view.page.keyboard.type("Written meanwhile. ");
  await view.showsText("Written meanwhile. # Before\n\n");
  await expect(view.page.getByRole("status", { name: "Notifications" })).toContainText(isSaid);
  await view.showsText("Written meanwhile. # Before\n\nplain words");
  // Who went on writing stays there.
  await view.page.keyboard.type("And after. ");
  await view.showsText("Written meanwhile. And after. # Before\n\nplain words");
  await expect.poll(() => app.textOf(id)).toBe("Written meanwhile. And after. # Before\n\nplain words");
});

test("five megabytes of rich text are not looked through, and a table that would fill the memory is not made", async ({
  app,
  openAs,
}) => {
  const view = await openAs(`/d/${await app.createDocument("# Before\n\n")}`);
  await openMarkdown(view);
  const notifications = view.page.getByRole("status", { name: "Notifications" });
  await view.page.keyboard.press("ControlOrMeta+End");
  await paste(view, { "text/plain": "five ".repeat(2), "text/html": "<p>Some <b>bold</b> words.</p>".repeat(170_000) });
  await view.showsText("# Before\n\nfive five ");
  await expect(notifications).toContainText(isSaid);
  await view.page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(notifications).not.toContainText(isSaid);
  await paste(view, { "text/plain": "table", "text/html": wide.repeat(4_000) });
  await expect(notifications).toContainText(isSaid);
  await view.showsText("# Before\n\nfive five table");
});

test("of five megabytes of another program's rich text only the plain text is looked at", async ({ app, openAs }) => {
  const view = await openAs(`/d/${await app.createDocument("# Before\n\n")}`);
  await openMarkdown(view);
  await view.page.keyboard.press("ControlOrMeta+End");
  await paste(view, { "text/plain": "words", "text/rtf": "{\\rtf1\\b words}".repeat(333_000) });
  await view.showsText("# Before\n\nwords");
});
