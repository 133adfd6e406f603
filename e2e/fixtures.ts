/** The built app as a person meets it: a server of its own for each test, and people with browsers of their own. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import { freePort, type RunningServer, startServer } from "../scripts/server.ts";

/** What is said to the server by its environment. */
type Variables = Readonly<Record<string, string>>;

/** The built app under test; it keeps its port and its documents when it is started again. */
export class App {
  readonly #port: number;
  readonly #dataDir: string;
  #server: RunningServer;

  constructor(port: number, dataDir: string, server: RunningServer) {
    this.#port = port;
    this.#dataDir = dataDir;
    this.#server = server;
  }

  get origin(): string {
    return this.#server.origin;
  }

  get syncOrigin(): string {
    return this.origin.replace("http", "ws");
  }

  /** Starts it again; `variables` are the limits that it has from now on. */
  async start(variables: Variables = {}): Promise<void> {
    this.#server = await startServer({ port: this.#port, dataDir: this.#dataDir, variables });
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  kill(): Promise<void> {
    return this.#server.kill();
  }

  async createDocument(text: string): Promise<string> {
    const headers = { "content-type": "text/markdown" };
    const response = await fetch(`${this.origin}/api/documents`, { method: "POST", body: text, headers });
    const { id }: { id: string } = await response.json();
    return id;
  }

  async textOf(id: string): Promise<string> {
    return (await fetch(`${this.origin}/api/documents/${id}/text`)).text();
  }
}

/** One person's open page. */
export class DocumentView {
  readonly page: Page;
  readonly text: Locator;
  readonly title: Locator;
  readonly saveState: Locator;
  readonly people: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole("textbox", { name: "Text" });
    this.title = page.getByRole("textbox", { name: "Title" });
    this.saveState = page.getByRole("status", { name: "Save state" });
    this.people = page.getByRole("list", { name: "People here" }).getByRole("listitem");
  }

  /** Types `words` at the end of the text. */
  async type(words: string): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press("ControlOrMeta+End");
    await this.page.keyboard.type(words);
  }

  /** Does the first command that the palette finds by `words`. */
  async doCommand(words: string): Promise<void> {
    const palette = this.page.getByRole("dialog", { name: "Commands" });
    await this.page.keyboard.press("ControlOrMeta+k");
    await palette.waitFor();
    await this.page.keyboard.type(words);
    await this.page.keyboard.press("Enter");
    await palette.waitFor({ state: "hidden" });
  }

  /** What stands in the editor, line by line as it is drawn: for texts that fit the window. */
  lines(): Promise<string[]> {
    return this.text.locator(".cm-line").allTextContents();
  }

  /** The text as the page gives it out as a file. */
  async downloadedText(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.page.getByRole("button", { name: "Download the text" }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  }

  async showsText(text: string): Promise<void> {
    await expect.poll(async () => (await this.lines()).join("\n")).toBe(text);
  }
}

/** What Chromium writes to a page's console when a policy of ours refuses something, or cannot be read. */
const policyMessage = /Content.Security.Policy|Trusted ?(?:Types?|HTML|Script)|Permissions-Policy|Cross-Origin-/i;

/** Has `violations` get what the policies of the pages of `context` refuse, from the first byte of each page on. */
async function collectViolations(context: BrowserContext, violations: string[]): Promise<void> {
  context.on("console", (message) => {
    if (policyMessage.test(message.text())) violations.push(message.text());
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      console.error(`Content-Security-Policy: ${effectiveDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });
}

interface Fixtures {
  readonly app: App;
  /**
   * What the policies of all pages of this test have refused so far, in the browser's words; from the page's own event
   * as `Content-Security-Policy: <directive>: <what>`. A test fails when something is left here at its end.
   */
  readonly violations: string[];
  /** Opens the address in a browser of somebody new. `keepsApp`: one that keeps the app itself, which costs each time. */
  readonly openAs: (
    path: string,
    options?: { width?: number; colorScheme?: "light" | "dark"; locale?: string; keepsApp?: boolean },
  ) => Promise<DocumentView>;
}

export const test = base.extend<Fixtures>({
  violations: [
    async ({ browser }, use) => {
      const violations: string[] = [];
      const collecting: Promise<void>[] = [];
      const collect = (context: BrowserContext): void => void collecting.push(collectViolations(context, violations));
      browser.on("context", collect);
      await use(violations);
      browser.off("context", collect);
      await Promise.all(collecting);
      expect(violations, "no page's policy refused anything").toEqual([]);
    },
    { auto: true },
  ],
  // Playwright reads from the pattern which fixtures are wanted, so there must be one.
  app: async ({ browserName: _browserName }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), "samepage-e2e-"));
    const port = await freePort();
    const app = new App(port, dataDir, await startServer({ port, dataDir }));
    await use(app);
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
  openAs: async ({ app, browser }, use) => {
    const errors: string[] = [];
    await use(async (path, { width = 1280, colorScheme = "light", locale = "en-US", keepsApp = false } = {}) => {
      const serviceWorkers = keepsApp ? "allow" : "block";
      const viewport = { width, height: 800 };
      const context = await browser.newContext({ viewport, colorScheme, locale, serviceWorkers });
      const page = await context.newPage();
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(app.origin + path);
      return new DocumentView(page);
    });
    for (const context of browser.contexts()) await context.close();
    expect(errors, "no page threw an error").toEqual([]);
  },
});

export { expect };
