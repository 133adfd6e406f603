import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { expect, test } from "./fixtures.ts";
import { connectStock } from "./stock-client.ts";

test("two unmodified y-websocket clients and a page converge, see each other, and stay through an idle minute", async ({
  app,
  openAs,
}) => {
  test.setTimeout(150_000);
  const id = await app.createDocument("start");
  const page = await openAs(`/d/${id}`);
  const stocks = [connectStock(app.syncOrigin, id), connectStock(app.syncOrigin, id)];
  const [one, two] = stocks;
  if (one === undefined || two === undefined) throw new Error("there are two");
  const closes: number[] = [];
  for (const { provider } of stocks) provider.on("connection-close", (event) => closes.push(event?.code ?? 0));

  for (const { text } of stocks) await expect.poll(() => text.toString()).toBe("start");
  one.provider.awareness.setLocalStateField("user", { name: "Stock One", color: "#30bced" });
  two.provider.awareness.setLocalStateField("user", { name: "Stock Two", color: "#30bced" });
  await expect(page.people).toHaveCount(3);
  await expect.poll(() => one.provider.awareness.getStates().size).toBe(3);
  await expect.poll(() => two.provider.awareness.getStates().size).toBe(3);

  one.text.insert(5, " one");
  await expect.poll(() => two.text.toString()).toBe("start one");
  two.text.insert(9, " two");
  await page.showsText("start one two");
  await page.text.click();
  await page.page.keyboard.press("Control+End");
  await page.page.keyboard.type(" page");
  for (const { text } of stocks) await expect.poll(() => text.toString()).toBe("start one two page");

  // The idle minute itself is what is tested: a stock client closes itself after 30 s without a message.
  await new Promise((resume) => setTimeout(resume, 65_000));
  expect(closes).toEqual([]);
  for (const { provider } of stocks) {
    expect(provider.wsconnected).toBe(true);
    expect(provider.awareness.getStates().size).toBe(3);
  }
  await expect(page.people).toHaveCount(3);
  one.provider.destroy();
  await expect(page.people).toHaveCount(2);
  two.text.insert(0, "still ");
  await page.showsText("still start one two page");
  two.provider.destroy();
});

test("a stock client stops where no document was created", async ({ app }) => {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${app.syncOrigin}/sync`, "A".repeat(22), doc, { disableBc: true });
  const closes: number[] = [];
  await new Promise<void>((resolve) => {
    provider.on("connection-close", (event) => {
      closes.push(event?.code ?? 0);
      resolve();
    });
  });
  expect(closes).toEqual([4404]);
  // Longer than its first waits between tries.
  await new Promise((resume) => setTimeout(resume, 1_500));
  expect(closes).toEqual([4404]);
  expect(provider.shouldConnect).toBe(false);
  provider.destroy();
});
