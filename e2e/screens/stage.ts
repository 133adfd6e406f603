/**
 * Where a screen is brought about: one page, people who are only simulated, and a connection that can be held or cut.
 * Knows no screen. Finds things by what does not change with the language.
 */

import { expect, type Locator, type Page } from "@playwright/test";
import { decodeFrame } from "@samepage/protocol";
import { createOwned, type OwnedDocument } from "../owned-document.ts";
import { SimulatedPerson } from "../simulated-people.ts";
import { codeInMarkdown, people } from "./samples.ts";

/**
 * What becomes of the page's connection: `open` passes everything on, `unanswered` nothing that the server says,
 * `refusing` ends it at the first edit, `cut` ends it and lets none be opened.
 */
type Line = "open" | "unanswered" | "refusing" | "cut";

interface App {
  readonly origin: string;
  readonly syncOrigin: string;
}

export class Stage {
  readonly page: Page;
  readonly origin: string;
  readonly text: Locator;
  readonly #syncOrigin: string;
  readonly #others: { readonly person: SimulatedPerson; readonly anchor: number; readonly head: number }[] = [];
  readonly #writing: ReturnType<typeof setInterval>[] = [];
  #line: Line = "open";
  readonly #cuts = new Set<() => void>();

  private constructor(page: Page, app: App) {
    this.page = page;
    this.origin = app.origin;
    this.#syncOrigin = app.syncOrigin;
    this.text = page.locator(".cm-content");
  }

  /** A stage with `page`, on which nothing was opened yet. */
  static async on(page: Page, app: App): Promise<Stage> {
    const stage = new Stage(page, app);
    await stage.remember("samepage:self", { id: "oneself", ...people[0] });
    await stage.remember("samepage:hints-done", ["share", "palette"]);
    await page.routeWebSocket(/\/sync\//, (socket) => {
      if (stage.#line === "cut") {
        void socket.close({ code: 1001 });
        return;
      }
      const server = socket.connectToServer();
      stage.#cuts.add(() => void socket.close({ code: 1001 }));
      server.onMessage((message) => {
        if (stage.#line !== "unanswered") socket.send(message);
      });
      socket.onMessage((message) => {
        if (stage.#line === "refusing" && isEdit(message)) void socket.close({ code: 4400, reason: "unknown-kind" });
        else server.send(message);
      });
    });
    return stage;
  }

  set line(line: Line) {
    this.#line = line;
    if (line !== "cut") return;
    for (const cut of this.#cuts) cut();
    this.#cuts.clear();
  }

  /** Has `value` stored on the device under `key`, as somebody has left it who was here before. */
  async remember(key: string, value: unknown): Promise<void> {
    const stored = { key, value: JSON.stringify(value) };
    await this.page.addInitScript(({ key, value }) => {
      if (window.origin !== "null" && localStorage.getItem(key) === null) localStorage.setItem(key, value);
    }, stored);
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(this.origin + path);
  }

  /** A document with `text`, whose owner is the test. */
  create(text: string, settings: { readonly title?: string; readonly language?: string } = {}): Promise<OwnedDocument> {
    return createOwned(this.origin, text).then(async (owned) => {
      if (Object.keys(settings).length > 0) await owned.asOwner("PATCH", "", settings);
      return owned;
    });
  }

  /** Opens a new document with `text`; with `isOwner` as its owner. */
  async openDocument(
    text: string,
    options: { readonly title?: string; readonly language?: string; readonly isOwner?: boolean } = {},
  ): Promise<OwnedDocument> {
    const { isOwner = false, ...settings } = options;
    const owned = await this.create(text, settings);
    await this.visit(`/d/${owned.id}${isOwner ? `#owner=${owned.ownerKey}` : ""}`);
    await this.showsText();
    if (settings.language === "typescript") {
      await this.text.locator(`span:text-is("interface")`).first().waitFor({ state: "attached" });
    }
    return owned;
  }

  /** Resolves when the text is there, in its colours, and whether it is stored is said. */
  async showsText(): Promise<void> {
    await this.text.waitFor();
    await this.page.locator("html[data-save-state=saved], html[data-save-state=read-only]").waitFor();
    // The words are counted, and what one edits with is there.
    await this.page.locator(".foot .wide[title]").first().waitFor({ state: "attached" });
    await this.page.locator(".cm-foldGutter").waitFor({ state: "attached" });
    for (const [line, keyword] of codeInMarkdown) {
      const shown = this.text.locator(".cm-line", { hasText: line });
      if ((await shown.count()) > 0) await shown.locator(`span:text-is("${keyword}")`).waitFor({ state: "attached" });
    }
  }

  savesAs(state: string): Promise<void> {
    return this.page.locator(`html[data-save-state=${state}]`).waitFor();
  }

  /** Puts `words` in behind others, in one edit, where they are in sight in every look. */
  async writeBehind(place: string, words: string): Promise<void> {
    await this.caretBehind(place);
    await this.page.keyboard.insertText(words);
  }

  async type(words: string): Promise<void> {
    await this.text.focus();
    await this.page.keyboard.press("ControlOrMeta+End");
    await this.page.keyboard.type(words);
    // What was offered meanwhile is taken back a moment after the last word.
    await this.page.locator(".cm-tooltip-autocomplete").waitFor({ state: "hidden" });
  }

  /** Puts one's own caret behind `words`. */
  async caretBehind(words: string): Promise<void> {
    await this.text.focus();
    await this.page.evaluate((words) => {
      const walker = document.createTreeWalker(
        document.querySelector(".cm-content") ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(words) ?? -1;
        if (at >= 0) getSelection()?.collapse(walker.currentNode, at + words.length);
      }
    }, words);
    // The editor hears of it later.
    await this.page.locator(".cm-activeLine", { hasText: words }).waitFor();
  }

  /**
   * Others join the document `id`, as many as there are `places`: each has its caret behind these words, the first of
   * them has them selected.
   */
  async join(id: string, places: readonly string[]): Promise<readonly SimulatedPerson[]> {
    const others: SimulatedPerson[] = [];
    for (const [index, place] of places.entries()) {
      const { name, hue } = people[index + 1] ?? { name: `Guest ${index}`, hue: index };
      const other = await SimulatedPerson.join(this.#syncOrigin, id, hue, name);
      const from = other.text.indexOf(place);
      const [anchor, head] = [index === 0 ? from : from + place.length, from + place.length];
      other.moveTo(anchor, head);
      others.push(other);
      this.#others.push({ person: other, anchor, head });
    }
    return others;
  }

  /** Has `person` write on until everybody leaves. */
  keepsWriting(person: SimulatedPerson): void {
    person.write("still ");
    this.#writing.push(setInterval(() => person.write("on "), 1_000).unref());
  }

  /** Has everybody whose caret is seen move and come back: their names are shown for two seconds then. */
  async showsNames(): Promise<void> {
    const carets = this.page.locator(".remote-caret");
    const places = (): Promise<string> =>
      carets.evaluateAll((all) => {
        const rectangles = all.map((caret) => caret.getBoundingClientRect());
        return rectangles.map(({ x, y }) => `${x} ${y}`).join();
      });
    const seen = await places();
    if (seen === "" || this.#writing.length > 0) return;
    for (const { person, head } of this.#others) person.moveTo(head - 1);
    await expect.poll(places, { intervals: [50] }).not.toBe(seen);
    for (const { person, anchor, head } of this.#others) person.moveTo(anchor, head);
    await expect.poll(places, { intervals: [50] }).toBe(seen);
  }

  /** Resolves when `count` of the others' carets are drawn. */
  async showsCarets(count: number): Promise<void> {
    if (count > 0)
      await this.page
        .locator(".remote-caret")
        .nth(count - 1)
        .waitFor();
  }

  /** Ends what is not the page's. */
  leave(): void {
    for (const timer of this.#writing) clearInterval(timer);
    for (const { person } of this.#others) person.leave();
  }
}

function isEdit(message: string | Buffer): boolean {
  if (typeof message === "string") return false;
  const frame = decodeFrame(message);
  return frame.ok && frame.value.kind === "update";
}
