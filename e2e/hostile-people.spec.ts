import type { Page } from "@playwright/test";
import * as Y from "yjs";
import { expect, test } from "./fixtures.ts";
import { connectStock } from "./stock-client.ts";

/** Stands in everything that a hostile peer says of itself, so that it can be found wherever it gets to. */
const mark = "zqx";

/** What somebody might call a person or a colour to have it run, load or paint something. */
const spells = [
  `</style><script>document.title="${mark}"</script>`,
  `"><img src=x onerror='document.title="${mark}"'>`,
  `" style="position:fixed;inset:0;--${mark}:1" x="`,
  `red;position:fixed;inset:0;--${mark}:url(//127.0.0.1/)`,
  `url(javascript:document.title="${mark}")`,
  `javascript:document.title="${mark}"`,
  `0 is-still ${mark}`,
] as const;

/** Attributes in which a peer's text is a text. */
const textAttributes = ["aria-label", "data-initials", "data-name", "title"];

/** Where on the page the mark stands but in texts, and what is there that the app does not draw. */
function intrusions(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ mark, textAttributes }) => {
      const found: string[] = [];
      for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          const isText = textAttributes.includes(name);
          if ((name + (isText ? "" : value)).includes(mark)) found.push(`${element.localName}[${name}="${value}"]`);
        }
      }
      for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
        for (const rule of sheet.cssRules) if (rule.cssText.includes(mark)) found.push(rule.cssText);
      }
      for (const { outerHTML } of document.querySelectorAll(".avatar > *, .remote-caret > *")) found.push(outerHTML);
      if (document.title.includes(mark)) found.push("a script has run");
      for (const drawn of document.querySelectorAll(
        ".avatar, .remote-caret, .remote-selection, .overview-mark, .edge-chip",
      )) {
        const own = [
          "avatar",
          "remote-caret",
          "remote-selection",
          "overview-mark",
          "is-still",
          "is-below",
          "is-inward",
        ];
        const hues = [...drawn.classList].filter((name) => !own.includes(name));
        if (!hues.every((hue) => /^hue-\d$/.test(hue))) found.push(`a class ${hues.join(" ")}`);
      }
      return found;
    },
    { mark, textAttributes },
  );
}

test("nothing that a peer says of itself becomes a style, a class, an element or a script", async ({ app, openAs }) => {
  const id = await app.createDocument("some words to stand in");
  const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  await expect(fox.people).toHaveCount(2);
  const hostile = spells.map((spell) => {
    const { text, provider } = connectStock(app.syncOrigin, id);
    provider.on("sync", () => {
      const place = (index: number): unknown => Y.createRelativePositionFromTypeIndex(text, index);
      const colours = { color: spell, colorLight: spell, hue: spell, style: spell, class: spell };
      provider.awareness.setLocalState({
        user: { id: spell, name: spell, ...colours },
        cursor: { anchor: place(0), head: place(4) },
        ...colours,
      });
    });
    return provider;
  });
  for (const { page } of [fox, heron]) {
    await expect(page.locator(".remote-caret")).toHaveCount(spells.length);
    // Where not everybody fits, the rest is a number that opens a list of everybody.
    await page.getByRole("button", { name: /show everybody/ }).click();
    await expect(page.getByRole("list", { name: "Everybody here" })).toContainText(mark);
    await expect(page.locator(".remote-selection").first()).toHaveText("some");
    expect(await intrusions(page)).toEqual([]);
    await page.keyboard.press("Escape");
  }

  await fox.page.getByRole("button", { name: /\(you\)/ }).click();
  await expect(fox.page.getByRole("dialog", { name: "You" })).toBeVisible();
  expect(await intrusions(fox.page)).toEqual([]);
  for (const provider of hostile) provider.destroy();
  await expect(fox.people).toHaveCount(2);
});

test("a caret that stands nowhere takes nobody else's away", async ({ app, openAs }) => {
  const id = await app.createDocument("some words");
  const [fox, heron] = [await openAs(`/d/${id}`), await openAs(`/d/${id}`)];
  await heron.text.click();
  const caret = fox.page.locator(".remote-caret");
  await expect(caret).toHaveCount(1);
  const nowhere: readonly unknown[] = [
    {},
    { item: {} },
    { item: { client: 1, clock: -5 } },
    { tname: {} },
    { type: 7 },
  ];
  const hostile = nowhere.map((anchor, index) => {
    const { provider } = connectStock(app.syncOrigin, id);
    provider.awareness.setLocalState({ user: { name: `Nowhere ${index}` }, cursor: { anchor, head: anchor } });
    return provider;
  });
  await expect(fox.people).toHaveCount(6);
  await expect(fox.page.locator(".more-people:visible")).toContainText("+2");

  const before = await caret.evaluate((element) => element.style.left);
  await heron.page.keyboard.press("Home");
  await expect.poll(() => caret.evaluate((element) => element.style.left)).not.toBe(before);
  await expect(caret).toHaveCount(1);
  await openAs(`/d/${id}`).then((otter) => expect(otter.page.locator(".remote-caret")).toHaveCount(1));
  for (const provider of hostile) provider.destroy();
});
