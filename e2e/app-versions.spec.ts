import { DeployedApp } from "./deployed-app.ts";
import { DocumentView, expect, test } from "./fixtures.ts";

test("a new version waits: nothing is loaded anew by itself, open pages go on with the files that they have", async ({
  browser,
}) => {
  const app = await DeployedApp.start();
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const { postMessage } = ServiceWorker.prototype;
    ServiceWorker.prototype.postMessage = function (message: { kind: string }): void {
      postMessage.call(this, message);
      if (message.kind === "idle") document.documentElement.dataset["settled"] = "";
    };
  });
  const created = await fetch(`${app.origin}/api/documents`, {
    method: "POST",
    body: "text",
    headers: { "content-type": "text/plain" },
  });
  const { id }: { id: string } = await created.json();
  const open = async (): Promise<DocumentView> => {
    const view = new DocumentView(await context.newPage());
    await view.page.goto(`${app.origin}/d/${id}`);
    await view.showsText("text");
    return view;
  };
  const first = await open();
  await first.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const second = await open();

  const scripts = (): Promise<string[]> =>
    first.page.evaluate(async () => {
      const kept = await (await caches.open("samepage-files")).keys();
      return kept.map(({ url }) => url).filter((url) => url.endsWith(".js"));
    });
  const ofFirstVersion = await scripts();
  await app.putUpNextVersion("second");
  for (const { page } of [first, second]) {
    await page.evaluate(async () => {
      document.body.dataset["mark"] = "not loaded anew";
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
  }
  const offer = (view: DocumentView) => view.page.getByRole("button", { name: "Use it now" });
  await expect(offer(first)).toBeVisible();
  await expect(offer(second)).toBeVisible();
  // A page that is opened meanwhile is of the old version, too.
  const third = await open();
  await expect(third.page.locator("html[data-version]")).toHaveCount(0);

  await first.page.evaluate(() => {
    document.body.dataset["mark"] = "not loaded anew";
  });
  // A worker that is asked for something goes on for half a minute, and with a debugger for ever, before another takes over.
  for (const { page } of [first, second, third]) {
    await page.locator("html[data-settled]").waitFor();
    await page.waitForLoadState("networkidle");
  }
  await offer(first).click();
  await expect(first.page.locator("html[data-version=second]")).toHaveCount(1);
  await first.showsText("text");

  // The other page is as it was, and has the parts that the server has no more.
  await expect(second.page.locator("body")).toHaveAttribute("data-mark", "not loaded anew");
  await second.type(", and more");
  await expect(second.saveState).toHaveText("Saved");
  await second.page.getByRole("button", { name: "Share" }).click();
  await expect(second.page.getByRole("dialog", { name: "Share" }).getByText("QR code")).toBeVisible();
  await second.page.keyboard.press("Escape");
  await offer(second).click();
  await expect(second.page.locator("html[data-version=second]")).toHaveCount(1);
  await second.showsText("text, and more");

  // When nobody needs them any more, the files of the first version go.
  await third.page.close();
  await first.page.reload();
  await first.showsText("text, and more");
  await expect.poll(async () => (await scripts()).filter((name) => ofFirstVersion.includes(name))).toEqual([]);
  expect((await scripts()).length).toBeGreaterThan(0);
  await context.close();
  await app.stop();
});

test("a part that can be loaded no more is said in plain words, and the text stays", async ({ browser }) => {
  const app = await DeployedApp.start();
  const context = await browser.newContext();
  const created = await fetch(`${app.origin}/api/documents`, { method: "POST" });
  const { id }: { id: string } = await created.json();
  const view = new DocumentView(await context.newPage());
  await view.page.goto(`${app.origin}/d/${id}`);
  await view.text.click();
  await view.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await app.putUpNextVersion("second");
  // What the browser has thrown away, and the server has no more.
  await view.page.evaluate(() => caches.delete("samepage-files"));
  await (await context.newCDPSession(view.page)).send("Network.clearBrowserCache");
  await view.page.keyboard.type("still here");
  await view.page.getByRole("button", { name: "Share" }).click();
  await expect(view.page.getByText("could not be loaded").first()).toBeVisible();
  await view.page.keyboard.press("Escape");
  await view.showsText("still here");
  await view.type(", and writable");
  await expect(view.saveState).toHaveText("Saved");
  await context.close();
  await app.stop();
});

test("the app can be installed: the manifest says what it is, and its icons are there", async ({ app, openAs }) => {
  const { page } = await openAs("/");
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const response = await fetch(app.origin + address);
  expect(response.headers.get("content-type")).toContain("application/manifest+json");
  const manifest: {
    name: string;
    start_url: string;
    display: string;
    icons: { src: string; sizes: string; type: string; purpose: string }[];
  } = await response.json();
  expect(manifest).toMatchObject({ name: "Samepage", start_url: "/", scope: "/", display: "standalone" });
  for (const { src, type, sizes } of manifest.icons) {
    const icon = await fetch(app.origin + src);
    expect([icon.status, icon.headers.get("content-type")?.split(";")[0]], src).toEqual([200, type]);
    if (type !== "image/png") continue;
    const bytes = Buffer.from(await icon.arrayBuffer());
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
  const kinds = manifest.icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`);
  expect(kinds).toEqual(expect.arrayContaining(["any 192x192", "any 512x512", "maskable 512x512"]));
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A browser whose profile is thrown away installs nothing.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== "in-incognito")).toEqual([]);

  const worker = await fetch(`${app.origin}/service-worker.js`);
  expect(worker.headers.get("cache-control")).toBe("no-cache");
  expect(worker.headers.get("content-type")).toContain("javascript");
  expect(worker.headers.get("content-security-policy")).toContain("default-src 'none'; connect-src 'self'");
});
