/** What one reads, selects, composes and takes back stays one's own while others write. */

import type { CDPSession } from "@playwright/test";
import * as Y from "yjs";
import { type DocumentView, expect, test } from "./fixtures.ts";
import { connectStock } from "./stock-client.ts";

const sentence = "Nobody reads this one, and it goes on until it has to be broken into several lines on the screen. ";

/** A text of many long paragraphs; `words` stand in the middle of the one in the middle. */
function longText(words: string): string {
  const paragraph = sentence.repeat(4).trim();
  const before = Array.from({ length: 60 }, (_, index) => `${index}. ${paragraph}`);
  const middle = `${sentence.repeat(40)}${words} ${sentence.repeat(12)}`;
  return [...before, middle, ...before].join("\n\n");
}

/** Has the page note at every frame from now on how far from the top of the window `words` are. */
async function watch(view: DocumentView, words: string): Promise<void> {
  await view.page.evaluate((searched) => {
    const topOf = (): number | null => {
      const walker = document.createTreeWalker(document.querySelector(".cm-content") ?? document, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(searched) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + searched.length);
        return range.getBoundingClientRect().top;
      }
      return null;
    };
    const tops: (number | null)[] = [];
    Reflect.set(window, "watched", tops);
    const look = (): void => {
      tops.push(topOf());
      requestAnimationFrame(look);
    };
    look();
  }, words);
}

/** How many pixels what is watched has moved at most since; null when it was not always there. */
function moved(view: DocumentView): Promise<number | null> {
  return view.page.evaluate(() => {
    const tops: (number | null)[] = Reflect.get(window, "watched");
    const seen = tops.filter((top) => top !== null);
    return seen.length === tops.length ? Math.max(...seen) - Math.min(...seen) : null;
  });
}

/** Makes 100 edits a second, of all sizes, in the text between `from` and `length`, for some seconds. */
async function writeAbove(origin: string, id: string, length: number, from = 0): Promise<Y.Text> {
  const { doc, text, provider } = connectStock(origin, id);
  await new Promise<void>((resolve) => provider.once("sync", () => resolve()));
  const begin = Y.createRelativePositionFromTypeIndex(text, from);
  const end = Y.createRelativePositionFromTypeIndex(text, length);
  for (let edit = 0; edit < 400; edit += 1) {
    const least = Y.createAbsolutePositionFromRelativePosition(begin, doc)?.index ?? 0;
    const most = Y.createAbsolutePositionFromRelativePosition(end, doc)?.index ?? 0;
    const at = least + ((edit * 7_919) % (most - least));
    if (edit % 3 === 2) text.delete(at, Math.min(150, most - at));
    else text.insert(at, edit % 3 === 0 ? `\nA new line, number ${edit}.\n` : sentence);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return text;
}

/** Not quite two pixels: the page scrolls by whole ones. */
const still = 1.5;

/** The height of a line: what comes before a word in its own paragraph may push it to the next. */
const lineHeight = 25;

test.describe("selection and scroll stability under 100 remote edits/s above the viewport", () => {
  test.slow();

  test("what somebody reads who has no caret stays where it is", async ({ app, openAs }) => {
    const text = longText("READING HERE");
    const id = await app.createDocument(text);
    const fox = await openAs(`/d/${id}`);
    await scrollTo(fox, "READING HERE");
    await watch(fox, "READING HERE");
    const written = await writeAbove(app.syncOrigin, id, text.lastIndexOf("\n", text.indexOf("READING HERE")));
    await expect.poll(() => app.textOf(id)).toBe(written.toString());
    expect(await moved(fox)).toBeLessThan(still);
  });

  test("what one reads in the middle of a long paragraph stays within its line while others write in its beginning", async ({
    app,
    openAs,
  }) => {
    const text = longText("READING HERE");
    const id = await app.createDocument(text);
    const fox = await openAs(`/d/${id}`);
    await scrollTo(fox, "READING HERE");
    await watch(fox, "READING HERE");
    const written = await writeAbove(app.syncOrigin, id, text.indexOf("READING HERE") - 2_500);
    await expect.poll(() => app.textOf(id)).toBe(written.toString());
    expect(await moved(fox)).toBeLessThan(lineHeight);
  });

  test("the line with one's caret stays where it is, and the selection what it was, up to the word before it", async ({
    app,
    openAs,
  }) => {
    const text = longText("SELECTED words");
    const id = await app.createDocument(text);
    const fox = await openAs(`/d/${id}`);
    await scrollTo(fox, "SELECTED words");
    await selectWord(fox, "SELECTED");
    await watch(fox, "SELECTED");
    const written = await writeAbove(app.syncOrigin, id, text.indexOf("SELECTED words") - 20);
    await expect.poll(() => app.textOf(id)).toBe(written.toString());
    expect(await moved(fox)).toBeLessThan(still);
    await fox.page.keyboard.type("TYPED");
    await expect.poll(() => app.textOf(id)).toContain(" TYPED words ");
  });

  test("what one reads stays where it is, and the caret where it was, while that is out of view", async ({
    app,
    openAs,
  }) => {
    const text = longText("READING HERE");
    const id = await app.createDocument(`The caret is [here].\n\n${text}`);
    const fox = await openAs(`/d/${id}`);
    await selectWord(fox, "here");
    await scrollTo(fox, "READING HERE");
    await watch(fox, "READING HERE");
    const { text: others } = connectStock(app.syncOrigin, id);
    await expect.poll(() => others.length).toBeGreaterThan(0);
    others.insert(0, "New at the top.\n");
    await writeAbove(app.syncOrigin, id, text.lastIndexOf("\n", text.indexOf("READING HERE")), 100);
    expect(await moved(fox)).toBeLessThan(still);
    await fox.page.keyboard.type("TYPED");
    await expect.poll(() => app.textOf(id)).toContain("[TYPED]");
  });

  test("what one reads at the end of the text stays where it is while others write on behind it", async ({
    app,
    openAs,
  }) => {
    const id = await app.createDocument(`${longText("in between")} THE END`);
    const fox = await openAs(`/d/${id}`);
    await expect(fox.text).toContainText("0. Nobody");
    await fox.page.locator(".cm-scroller").evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
    });
    await expect(fox.text).toContainText("THE END");
    await watch(fox, "THE END");
    const { text } = connectStock(app.syncOrigin, id);
    await expect.poll(() => text.length).toBeGreaterThan(0);
    for (let line = 0; line < 10; line += 1) {
      text.insert(text.length, `\nAnd line ${line}, written behind it.`);
      await expect(fox.text).toContainText(`And line ${line}`);
    }
    expect(await moved(fox)).toBeLessThan(still);
  });
});

/** Scrolls until `words` stand `below` CSS pixels below the top of the text's window. */
async function scrollTo(view: DocumentView, words: string, below = 240): Promise<void> {
  await expect(view.text).toContainText("Nobody");
  await view.page.locator(".cm-scroller").evaluate(
    async (scroller, [searched, distance]) => {
      const topOf = (): number | null => {
        const walker = document.createTreeWalker(scroller, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(searched) ?? -1;
          if (at === -1) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().top;
        }
        return null;
      };
      let settled = 0;
      while (settled < 3) {
        const top = topOf();
        const off = top === null ? 400 : top - scroller.getBoundingClientRect().top - distance;
        const before = scroller.scrollTop;
        scroller.scrollTop += off;
        settled = top !== null && Math.abs(scroller.scrollTop - before) < 1 ? settled + 1 : 0;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
    },
    [words, below] as const,
  );
}

async function selectWord(view: DocumentView, word: string): Promise<void> {
  const at = await view.text.evaluate((content, searched) => {
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const index = node.textContent?.indexOf(searched) ?? -1;
      if (index === -1) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + searched.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  }, word);
  if (at === null) throw new Error(`${word} is not drawn`);
  await view.page.mouse.dblclick(at.x, at.y);
}

/** An input method of the system, as Chromium's debugger plays it. */
class InputMethod {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of({ page }: DocumentView): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page));
  }

  async compose(text: string): Promise<void> {
    const { length } = text;
    await this.#session.send("Input.imeSetComposition", { text, selectionStart: length, selectionEnd: length });
  }

  async commit(text: string): Promise<void> {
    await this.#session.send("Input.insertText", { text });
  }
}

test("what one composes is neither broken nor doubled while others write in its line and in others", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("first line\nhere: \nlast line");
  const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  await fox.showsText("first line\nhere: \nlast line");
  await fox.text.locator(".cm-line").nth(1).click();
  await fox.page.keyboard.press("End");
  const input = await InputMethod.of(fox);
  await input.compose("に");
  await input.compose("にほ");
  const { text } = connectStock(app.syncOrigin, id);
  await expect.poll(() => text.toString()).toContain("にほ");
  // Others in the line above, in the same line before and behind, and below.
  text.insert(0, "the ");
  text.insert(text.toString().indexOf("here"), "and ");
  text.insert(text.toString().indexOf("にほ") + 2, " (behind)");
  text.insert(text.length, ", at last");
  await expect.poll(async () => (await fox.lines())[0]).toBe("the first line");
  await expect.poll(async () => (await fox.lines())[2]).toBe("last line, at last");
  expect((await fox.lines())[1]).toBe("here: にほ");
  await input.compose("にほん");
  await expect.poll(() => text.toString()).toContain("and here: にほん (behind)");
  await input.compose("日本");
  await input.commit("日本");
  const whole = "the first line\nand here: 日本 (behind)\nlast line, at last";
  await fox.showsText(whole);
  await heron.showsText(whole);
  await expect.poll(() => app.textOf(id)).toBe(whole);
  // One step, however it came to be.
  await fox.page.keyboard.press("ControlOrMeta+z");
  await heron.showsText(whole.replace("日本", ""));
});

test("words that a phone's keyboard composes one by one come whole while others write in the line", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument("");
  const fox = await openAs(`/d/${id}`);
  const { text } = connectStock(app.syncOrigin, id);
  await fox.text.click();
  const input = await InputMethod.of(fox);
  for (const word of ["these", "words", "are", "mine"]) {
    for (let length = 1; length <= word.length; length += 1) {
      await input.compose(word.slice(0, length));
      await expect.poll(() => text.toString()).toContain(word.slice(0, length));
      text.insert(0, ".");
    }
    await input.commit(`${word} `);
  }
  await expect.poll(() => app.textOf(id)).toBe(`${".".repeat(17)}these words are mine `);
  await fox.showsText(`${".".repeat(17)}these words are mine `);
});

test("undo and redo are of one's own edits, go back to where they were, and leave the other's in the same line", async ({
  app,
  openAs,
}) => {
  const id = await app.createDocument(`start\n${"a line\n".repeat(200)}end`);
  const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  await fox.text.locator(".cm-line").first().click();
  await fox.page.keyboard.press("End");
  await fox.page.keyboard.insertText(" mine");
  await expect(heron.text.locator(".cm-line").first()).toHaveText("start mine");
  await heron.text.locator(".cm-line").first().click();
  await heron.page.keyboard.press("Home");
  await heron.page.keyboard.insertText("theirs ");
  await expect(fox.text.locator(".cm-line").first()).toHaveText("theirs start mine");
  await fox.page.keyboard.press("ControlOrMeta+End");
  await fox.page.keyboard.insertText(" more");
  await expect(fox.text.locator(".cm-line").last()).toHaveText("end more");

  await fox.page.keyboard.press("ControlOrMeta+z");
  await expect(fox.text.locator(".cm-line").last()).toHaveText("end");
  await fox.page.keyboard.press("ControlOrMeta+z");
  await expect(fox.text.locator(".cm-line").first()).toHaveText("theirs start");
  await expect(fox.text.locator(".cm-line").first()).toBeInViewport();
  await heron.page.keyboard.press("ControlOrMeta+z");
  await expect(fox.text.locator(".cm-line").first()).toHaveText("start");
  await fox.page.keyboard.press("ControlOrMeta+y");
  await expect(fox.text.locator(".cm-line").first()).toHaveText("start mine");
  await fox.page.keyboard.press("ControlOrMeta+y");
  await expect(fox.text.locator(".cm-line").last()).toHaveText("end more");
  await expect(fox.text.locator(".cm-line").last()).toBeInViewport();
  await fox.page.keyboard.insertText("!");
  await expect.poll(() => app.textOf(id)).toMatch(/^start mine\n[\s\S]*\nend more!$/);
});

test("undo brings back what was selected, and takes back typing by stretches", async ({ app, openAs }) => {
  const id = await app.createDocument("one two three");
  const fox = await openAs(`/d/${id}`);
  await fox.showsText("one two three");
  await fox.text
    .locator(".cm-line")
    .first()
    .dblclick({ position: { x: 45, y: 10 } });
  await fox.page.keyboard.press("Delete");
  await fox.showsText("one  three");
  await fox.page.keyboard.press("ControlOrMeta+z");
  await fox.showsText("one two three");
  await fox.page.keyboard.insertText("2");
  await fox.showsText("one 2 three");
  await fox.page.keyboard.press("End");
  await fox.page.keyboard.insertText("!");
  await fox.page.keyboard.press("ControlOrMeta+z");
  await fox.showsText("one 2 three");
  await fox.page.keyboard.press("ControlOrMeta+z");
  await fox.showsText("one two three");
});
