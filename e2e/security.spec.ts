import type { Page } from "@playwright/test";
import { test as base, expect } from "./fixtures.ts";
import { ForeignSite } from "./foreign-site.ts";
import { TamperingFront } from "./tampering-front.ts";

const test = base.extend<{ readonly foreign: ForeignSite; readonly front: TamperingFront }>({
  // Playwright reads from the pattern which fixtures are wanted, so there must be one.
  foreign: async ({ browserName: _browserName }, use) => {
    const foreign = await ForeignSite.start();
    await use(foreign);
    await foreign.stop();
  },
  front: async ({ app }, use) => {
    const front = await TamperingFront.start(app.origin);
    await use(front);
    await front.stop();
  },
});

/** Something that gets into the page's HTML, or into a script of it, and what shows that it had its way. */
interface Attack {
  /** The directive that refuses it. */
  readonly directive: string;
  /** Another one that would have refused it before, and is left out of the policy so that this one is tested. */
  readonly before?: string;
  /** Where the attack stands: in the HTML, or in a script of the site itself, which may run. */
  readonly markup?: (foreign: string) => string;
  readonly script?: (foreign: string) => string;
  readonly hasRun: (page: Page, foreign: ForeignSite) => Promise<boolean>;
}

const saysSo = 'document.documentElement.dataset.ran = "yes"';
const saidSo = async (page: Page): Promise<boolean> =>
  (await page.locator("html").getAttribute("data-ran", { timeout: 5_000 })) !== null;
const isPainted = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--painted") !== "");
const wasAskedFor =
  (path: string) =>
  async (_page: Page, foreign: ForeignSite): Promise<boolean> =>
    foreign.wasAskedFor(path);

const attacks: Readonly<Record<string, Attack>> = {
  "an inline script": {
    directive: "script-src-elem",
    markup: () => `<script>${saysSo}</script>`,
    hasRun: saidSo,
  },
  "an inline event handler": {
    directive: "script-src-attr",
    markup: () => `<img alt="" src="data:," onerror='${saysSo}'>`,
    hasRun: saidSo,
  },
  "a javascript: link": {
    directive: "script-src-elem",
    markup: () => `<a id="attack" href='javascript:${saysSo};void 0'>x</a>`,
    script: () => 'document.getElementById("attack").click()',
    hasRun: saidSo,
  },
  "a script of another site": {
    directive: "script-src-elem",
    markup: (foreign) => `<script src="${foreign}/script.js"></script>`,
    hasRun: saidSo,
  },
  "a text made code by eval": {
    directive: "require-trusted-types-for",
    script: () => `eval(${JSON.stringify(saysSo)})`,
    hasRun: saidSo,
  },
  "a text made code by eval, even if it were trusted": {
    directive: "script-src",
    before: "require-trusted-types-for",
    script: () => `eval(${JSON.stringify(saysSo)})`,
    hasRun: saidSo,
  },
  "a text made a function": {
    directive: "script-src",
    before: "require-trusted-types-for",
    script: () => `new Function(${JSON.stringify(saysSo)})()`,
    hasRun: saidSo,
  },
  "a text given to a timer": {
    directive: "script-src",
    before: "require-trusted-types-for",
    script: () => `setTimeout(${JSON.stringify(saysSo)})`,
    hasRun: saidSo,
  },
  "a text made HTML by innerHTML": {
    directive: "require-trusted-types-for",
    script: () => `document.createElement("div").innerHTML = "<b>bold</b>"; ${saysSo}`,
    hasRun: saidSo,
  },
  "a text made a script's address": {
    directive: "require-trusted-types-for",
    script: () => `document.createElement("script").src = "/assets/attack.js"; ${saysSo}`,
    hasRun: saidSo,
  },
  "a policy that would make texts trusted": {
    directive: "trusted-types",
    script: () => `trustedTypes.createPolicy("default", { createHTML: (html) => html }); ${saysSo}`,
    hasRun: saidSo,
  },
  "a style attribute in the HTML": {
    directive: "style-src-attr",
    markup: () => `<p id="attack" style="--painted: yes">x</p>`,
    hasRun: (page) =>
      page.locator("#attack").evaluate((element) => getComputedStyle(element).getPropertyValue("--painted") !== ""),
  },
  "a style attribute that a script writes as text": {
    directive: "style-src-attr",
    script: () => `document.documentElement.setAttribute("style", "--painted: yes")`,
    hasRun: isPainted,
  },
  "a style element without the page's nonce": {
    directive: "style-src-elem",
    markup: () => "<style>html { --painted: yes }</style>",
    hasRun: isPainted,
  },
  "a style of another site": {
    directive: "style-src-elem",
    markup: (foreign) => `<link rel="stylesheet" href="${foreign}/style.css">`,
    hasRun: isPainted,
  },
  "a frame of another site": {
    directive: "frame-src",
    markup: (foreign) => `<iframe src="${foreign}/frame"></iframe>`,
    hasRun: wasAskedFor("/frame"),
  },
  "an object of another site": {
    directive: "object-src",
    markup: (foreign) => `<object data="${foreign}/object"></object>`,
    hasRun: wasAskedFor("/object"),
  },
  "an image of another site": {
    directive: "img-src",
    markup: (foreign) => `<img alt="" src="${foreign}/image.svg">`,
    hasRun: wasAskedFor("/image.svg"),
  },
  "a request to another site": {
    directive: "connect-src",
    script: (foreign) => `fetch("${foreign}/request").catch(() => undefined)`,
    hasRun: wasAskedFor("/request"),
  },
  "a beacon to another site": {
    directive: "connect-src",
    script: (foreign) => `navigator.sendBeacon("${foreign}/beacon", "x")`,
    hasRun: wasAskedFor("/beacon"),
  },
  "a WebSocket to another site": {
    directive: "connect-src",
    script: (foreign) => `new WebSocket("${foreign.replace("http", "ws")}/socket")`,
    hasRun: wasAskedFor("/socket"),
  },
  "a form that is sent to another site": {
    directive: "form-action",
    markup: (foreign) =>
      `<iframe name="answer"></iframe><form id="attack" action="${foreign}/form" target="answer"></form>`,
    script: () => 'document.getElementById("attack").requestSubmit()',
    hasRun: wasAskedFor("/form"),
  },
  "another site as the base of the page's addresses": {
    directive: "base-uri",
    markup: (foreign) => `<base href="${foreign}/">`,
    hasRun: (page, foreign) => page.evaluate((origin) => document.baseURI.startsWith(origin), foreign.origin),
  },
};

for (const [name, { directive, before, markup, script, hasRun }] of Object.entries(attacks)) {
  test(`${name} does nothing, and would without the policy`, async ({ openAs, front, foreign, violations }) => {
    const { page } = await openAs("/elsewhere");
    // What it throws is no error of the app's.
    front.script = `try { ${script?.(foreign.origin) ?? ""} } catch (error) { console.info(error) }`;
    const attack = `${markup?.(foreign.origin) ?? ""}<script src="/assets/attack.js"></script>`;

    front.tampering = { markup: attack, ...(before === undefined ? {} : { withoutDirective: before }) };
    await page.goto(front.origin, { waitUntil: "commit" });
    await expect(page.getByRole("button", { name: "New document" })).toBeVisible();
    await expect
      .poll(() => violations)
      .toContainEqual(expect.stringContaining(`Content-Security-Policy: ${directive}: `));
    expect(await hasRun(page, foreign)).toBe(false);

    front.tampering = { markup: attack, withoutHeaders: ["content-security-policy"] };
    await page.goto(front.origin, { waitUntil: "commit" });
    await expect.poll(() => hasRun(page, foreign)).toBe(true);
    violations.length = 0;
  });
}

test("another site cannot show the page in a frame, by either of the two headers that say so", async ({
  openAs,
  front,
  foreign,
  violations,
}) => {
  const { page } = await openAs("/elsewhere");
  const framing = foreign.addPage("/framing", `<iframe src="${front.origin}/"></iframe>`);
  const button = page.frameLocator("iframe").getByRole("button", { name: "New document" });
  const both = ["content-security-policy", "x-frame-options"];
  for (const withoutHeaders of [[], ...both.map((header) => [header])]) {
    front.tampering = { withoutHeaders };
    await page.goto(framing);
    const refused = [framing, "chrome-error://chromewebdata/"];
    // The page is loaded before the browser has put its own page into the frame.
    await expect.poll(() => page.frames().map((frame) => frame.url())).toEqual(refused);
  }
  expect(violations.join()).toContain("frame-ancestors 'none'");
  violations.length = 0;

  front.tampering = { withoutHeaders: both };
  await page.goto(framing);
  await expect(button).toBeVisible();
});

test("another site cannot use the page's files, nor hold on to a page that it opened", async ({
  openAs,
  front,
  foreign,
}) => {
  const { page } = await openAs("/elsewhere");
  const using = foreign.addPage("/using", `<img alt="" src="${front.origin}/icon.svg">`);
  const width = (): Promise<number> => page.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth);
  const isHeld = async (): Promise<boolean> => {
    const opened = page.waitForEvent("popup");
    await page.evaluate((url) => void open(url), front.origin);
    const popup = await opened;
    await expect(popup.getByRole("button", { name: "New document" })).toBeVisible();
    const isHeld = await popup.evaluate(() => opener !== null);
    await popup.close();
    return isHeld;
  };
  await page.goto(using);
  expect([await width(), await isHeld()]).toEqual([0, false]);

  front.tampering = { withoutHeaders: ["cross-origin-resource-policy", "cross-origin-opener-policy"] };
  await page.goto(using);
  expect(await width()).toBeGreaterThan(0);
  expect(await isHeld()).toBe(true);
});

test("every answer of the server says what a browser may do with it", async ({ app }) => {
  const id = await app.createDocument("text");
  const paths = ["/", `/d/${id}`, "/elsewhere", "/new", "/icon.svg", `/api/documents/${id}`, "/api/nothing"];
  for (const path of [...paths, `/api/documents/${id}/text`, `/sync/${id}`]) {
    const { headers } = await fetch(app.origin + path, { redirect: "manual" });
    expect(Object.fromEntries(headers), path).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect(headers.has("strict-transport-security"), "over http it would say nothing").toBe(false);
  }
});

test("each page has a nonce of its own, and none is answered with what the browser has", async ({ app }) => {
  const path = `${app.origin}/d/${await app.createDocument("")}`;
  const nonces = new Set<string>();
  for (const headers of [{}, {}, { "if-none-match": "*", "if-modified-since": new Date().toUTCString() }]) {
    const response = await fetch(path, { headers });
    expect(response.status).toBe(200);
    expect(["etag", "last-modified"].filter((name) => response.headers.has(name))).toEqual([]);
    const nonce = /'nonce-([^']{22,})'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
    const inPage = [...(await response.text()).matchAll(/ nonce="([^"]*)"/g)].map(([, value]) => value);
    expect(new Set(inPage)).toEqual(new Set([nonce]));
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test("nobody is given a cookie", async ({ openAs }) => {
  const view = await openAs("/");
  const given: string[] = [];
  view.page.on("response", async (response) => {
    if ((await response.headerValue("set-cookie")) !== null) given.push(response.url());
  });
  await view.page.getByRole("button", { name: "New document" }).click();
  await view.text.click();
  await view.page.keyboard.type("words");
  await expect(view.saveState).toHaveText("Saved");
  await view.page.reload();
  await view.showsText("words");
  expect(given).toEqual([]);
  expect(await view.page.context().cookies()).toEqual([]);
});
