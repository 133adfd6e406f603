import { test as base, DocumentView, expect } from "./fixtures.ts";
import { seriousFaults } from "./serious-faults.ts";
import { SimulatedPerson } from "./simulated-people.ts";

interface Fixtures {
  /** Has `name` join the document `id`; the same `number`, the same person. They leave with the end of the test. */
  readonly simulate: (id: string, name: string, number?: number) => Promise<SimulatedPerson>;
}

const test = base.extend<Fixtures>({
  simulate: async ({ app }, use) => {
    const people: SimulatedPerson[] = [];
    await use(async (id, name, number = people.length) => {
      const person = await SimulatedPerson.join(app.syncOrigin, id, number, name);
      people.push(person);
      return person;
    });
    for (const person of people) person.leave();
  },
});

/** A text of `count` numbered lines. */
const manyLines = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index}.`).join("\n");

const caretOf = ({ page }: DocumentView, name: string) => page.locator(`.remote-caret[data-name="${name}"]`);
const announced = ({ page }: DocumentView) => page.getByRole("log", { name: "Announcements" });

test("a name fades at its caret, and comes back with a move, with the pointer, and with the person in the list", async ({
  app,
  openAs,
  simulate,
}) => {
  const id = await app.createDocument("some words\nand more of them");
  const fox = await openAs(`/d/${id}`);
  const ada = await simulate(id, "Ada");
  ada.standAt("words");
  const caret = caretOf(fox, "Ada");
  await expect(caret).not.toHaveClass(/is-still/);
  await expect(caret).toHaveClass(/is-still/);
  ada.standAt("more");
  await expect(caret).not.toHaveClass(/is-still/);
  await expect(caret).toHaveClass(/is-still/);
  // Writing moves it too, though nothing new is told of where it is.
  ada.write("still ");
  await expect(caret).not.toHaveClass(/is-still/);
  await expect(caret).toHaveClass(/is-still/);

  const box = await caret.boundingBox();
  await fox.page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 8);
  await expect(caret).not.toHaveClass(/is-still/);
  await fox.page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 8);
  await expect(caret).toHaveClass(/is-still/);
  await fox.page.getByRole("button", { name: "Ada: go to caret and follow" }).focus();
  await expect(caret).not.toHaveClass(/is-still/);
  await fox.text.focus();
  await expect(caret).toHaveClass(/is-still/);
});

test("the names of several at one place stand beside each other, and turn inward at the edges", async ({
  app,
  openAs,
  simulate,
}) => {
  const id = await app.createDocument(`first\n${"x".repeat(200)}`);
  const fox = await openAs(`/d/${id}`);
  const people = await Promise.all(["Adalbert", "Bela", "Cleo"].map((name, number) => simulate(id, name, number)));
  for (const person of people) person.moveTo(0);
  await expect(fox.page.locator(".remote-caret:not(.is-still)")).toHaveCount(3);
  const places = await fox.page.locator(".remote-caret").evaluateAll((carets) =>
    carets.map((caret) => {
      const isBelow = caret.classList.contains("is-below");
      return `${isBelow ? "below" : "above"} by ${getComputedStyle(caret).getPropertyValue("--flag-shift")}`;
    }),
  );
  expect(new Set(places).size).toBe(3);

  // The end of the first of the lines that the long one is broken into.
  const edge = await fox.text.evaluate((content) => {
    const line = content.querySelectorAll(".cm-line")[1]?.firstChild;
    const range = document.createRange();
    if (!line) throw new Error("there is no second line");
    for (let end = 1; end < 200; end += 1) {
      range.setStart(line, end - 1);
      range.setEnd(line, end);
      const { left, top } = range.getBoundingClientRect();
      range.setStart(line, end);
      range.setEnd(line, end + 1);
      if (range.getBoundingClientRect().top > top && left > 0) return end - 1;
    }
    throw new Error("the line is not broken");
  });
  people[0]?.moveTo("first\n".length + edge);
  await expect(caretOf(fox, "Adalbert")).toHaveClass(/is-inward/);
});

test("marks beside the scroll bar show where everybody is, and lead there; alone, there are none", async ({
  app,
  openAs,
  simulate,
}) => {
  const id = await app.createDocument(manyLines(400));
  const fox = await openAs(`/d/${id}`);
  await expect(fox.text).toContainText("line 0.");
  const marks = fox.page.locator(".overview-mark");
  await expect(marks).toHaveCount(0);
  const ada = await simulate(id, "Ada");
  ada.standAt("line 300.");
  await expect(marks).toHaveCount(1);
  const partOf = () =>
    marks.evaluate((mark) => {
      const strip = mark.parentElement?.getBoundingClientRect();
      const { top, height } = mark.getBoundingClientRect();
      return strip === undefined ? 0 : (top + height / 2 - strip.top) / strip.height;
    });
  await expect.poll(partOf).toBeGreaterThan(0.65);
  expect(await partOf()).toBeLessThan(0.8);
  ada.moveTo(ada.text.indexOf("line 100."), ada.text.indexOf("line 200."));
  await expect(fox.page.locator(".overview-range")).toHaveCount(1);
  await marks.click();
  await expect(caretOf(fox, "Ada")).toBeInViewport();
  await expect(fox.text).toContainText("line 200.");
  ada.leave();
  await expect(marks).toHaveCount(0);
});

test("a click on an avatar follows that person, until one stops it, presses Escape, writes or scrolls", async ({
  app,
  openAs,
  simulate,
}) => {
  const id = await app.createDocument(manyLines(400));
  const fox = await openAs(`/d/${id}`);
  const ada = await simulate(id, "Ada");
  ada.standAt("line 300.");
  const avatar = fox.page.getByRole("button", { name: "Ada: go to caret and follow" });
  const bar = fox.page.locator(".following-bar");
  const caret = caretOf(fox, "Ada");
  await avatar.click();
  await expect(bar).toContainText("Following Ada");
  await expect(avatar).toHaveAttribute("aria-pressed", "true");
  await expect(caret).toBeInViewport();
  ada.standAt("line 30.");
  await expect(fox.text).toContainText("line 30.");
  await expect(caret).toBeInViewport();

  await fox.page.getByRole("button", { name: "Stop following" }).click();
  await expect(bar).toHaveCount(0);
  await avatar.click();
  await expect(bar).toHaveCount(1);
  await fox.page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);

  await avatar.click();
  await expect(bar).toHaveCount(1);
  await fox.text.hover();
  await fox.page.mouse.wheel(0, 2_000);
  await expect(bar).toHaveCount(0);
  await avatar.click();
  await expect(bar).toHaveCount(1);
  await fox.text.focus();
  await fox.page.keyboard.type("x");
  await expect(bar).toHaveCount(0);
  await avatar.click();
  await expect(bar).toHaveCount(1);
  await fox.text.focus();
  await fox.page.keyboard.press("ControlOrMeta+z");
  await expect(bar).toHaveCount(0);

  await avatar.click();
  await expect(bar).toHaveCount(1);
  ada.leave();
  await expect(bar).toHaveCount(0);
});

test("whom one follows stays in sight when the window becomes another, as when a phone is turned", async ({
  app,
  openAs,
  simulate,
}) => {
  const lines = manyLines(400).replaceAll(".", `.${" And some words of it.".repeat(10)}`);
  const { page } = await openAs(`/d/${await app.createDocument(lines)}`);
  const ada = await simulate(new URL(page.url()).pathname.slice("/d/".length), "Ada");
  ada.standAt("line 300.");
  await page.getByRole("button", { name: "Ada: go to caret and follow" }).click();
  const caret = page.locator('.remote-caret[data-name="Ada"]');
  await expect(caret).toBeInViewport();
  // From then on there is no news of them that would bring them into sight.
  await page.mouse.move(5, 300);
  await page.getByRole("button", { name: "Stop following" }).focus();
  await expect(caret).toHaveClass(/is-still/);
  for (const width of [1_000, 700, 500, 320]) await page.setViewportSize({ width, height: 400 });
  await expect(page.getByText("line 300.")).toBeInViewport();
  await expect(caret).toBeInViewport();
});

test("who is writing out of sight is said at the edge, with a way there", async ({ app, openAs, simulate }) => {
  const id = await app.createDocument(manyLines(400));
  const fox = await openAs(`/d/${id}`);
  await expect(fox.text).toContainText("line 0.");
  const [ada, bela] = [await simulate(id, "Ada"), await simulate(id, "Bela")];
  ada.standAt("line 300.");
  ada.write("far ");
  const below = fox.page.getByRole("button", { name: "Ada is writing below: go there" });
  await expect(below).toBeVisible();
  await below.click();
  await expect(caretOf(fox, "Ada")).toBeInViewport();
  await expect(below).toBeHidden();
  bela.standAt("line 2.");
  bela.write("here ");
  const above = fox.page.getByRole("button", { name: "Bela is writing above: go there" });
  await expect(above).toBeVisible();
  await expect(above).toBeHidden();
});

test("the tab says that others are here, and whether somebody came while one looked elsewhere", async ({
  app,
  openAs,
  simulate,
}) => {
  const id = await app.createDocument("# Launch notes");
  const fox = await openAs(`/d/${id}`);
  await expect(fox.page).toHaveTitle("Launch notes · Samepage");
  await simulate(id, "Ada");
  await expect(fox.page).toHaveTitle("(2) Launch notes · Samepage");
  const setHidden = (isHidden: boolean) =>
    fox.page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, isHidden);
  await setHidden(true);
  await simulate(id, "Bela");
  await expect(fox.page).toHaveTitle("• (3) Launch notes · Samepage");
  await setHidden(false);
  await expect(fox.page).toHaveTitle("(3) Launch notes · Samepage");
});

test("several tabs of one person are one person, with a caret in each", async ({ app, openAs, simulate }) => {
  const id = await app.createDocument("some words");
  const fox = await openAs(`/d/${id}`);
  const other = new DocumentView(await fox.page.context().newPage());
  await other.page.goto(`${app.origin}/d/${id}`);
  await expect(other.people).toHaveCount(1);
  const [one, another] = [await simulate(id, "Ada", 7), await simulate(id, "Ada", 7)];
  one.standAt("some");
  another.standAt("words");
  await expect(fox.people).toHaveCount(2);
  await expect(other.people).toHaveCount(2);
  await expect(caretOf(other, "Ada")).toHaveCount(2);
  await expect(fox.page).toHaveTitle("(2) some words · Samepage");
});

test("a screen reader hears who comes and goes, who writes nearby and how far saving is, each unless switched off", async ({
  app,
  openAs,
  simulate,
}) => {
  const id = await app.createDocument("one\ntwo\nthree\nfour\nfive");
  const fox = await openAs(`/d/${id}`);
  await expect(announced(fox)).toHaveCount(1);
  // The words themselves are silent: they are not to be heard twice.
  await expect(fox.saveState).toHaveAttribute("aria-live", "off");
  await fox.text.click();
  await fox.page.keyboard.press("ControlOrMeta+End");
  await fox.page.keyboard.type("!");
  await expect(announced(fox)).toContainText("Saved");
  const [ada] = await Promise.all(["Ada", "Bela", "Dora"].map((name, number) => simulate(id, name, number)));
  await expect(announced(fox)).toContainText(/(Ada|Bela|Dora) and 2 others (joined|are here)/);
  ada?.standAt("five");
  ada?.write("high ");
  await expect(announced(fox)).toContainText("Ada is writing in this line");
  ada?.leave();
  await expect(announced(fox)).toContainText("Ada left");

  const owl = await openAs(`/d/${id}`);
  await expect(announced(owl)).toHaveCount(1);
  await owl.page.evaluate(() => localStorage.setItem("samepage:announce-people", "false"));
  await owl.page.evaluate(() => localStorage.setItem("samepage:announce-edits", "false"));
  await owl.page.reload();
  await owl.text.click();
  await owl.page.keyboard.press("ControlOrMeta+End");
  await expect(owl.people).toHaveCount(4);
  const edda = await simulate(id, "Edda");
  edda.standAt("five");
  edda.write("and ");
  // It is said after what would have been said of Edda.
  await expect(announced(fox)).toContainText("Edda");
  await owl.page.keyboard.type("?");
  await expect(announced(owl)).toContainText("Saved");
  await expect(announced(owl)).not.toContainText("Edda");

  await owl.page.evaluate(() => {
    localStorage.setItem("samepage:announce-people", "true");
    localStorage.setItem("samepage:announce-save-state", "false");
  });
  await owl.page.reload();
  await expect(announced(owl)).toContainText("others are here");
  await owl.text.click();
  await owl.page.keyboard.type("!");
  await expect(owl.saveState).toHaveText("Saved");
  await simulate(id, "Juno");
  // It is said after what would have been said of the save state.
  await expect(announced(owl)).toContainText("Juno");
  await expect(announced(owl)).not.toContainText("Saved");
});

test("a narrower page lists fewer people and the number of the others, and leaves the title its room", async ({
  app,
  openAs,
  simulate,
}) => {
  const id = await app.createDocument("# Launch notes\n");
  const { page, people } = await openAs(`/d/${id}`);
  await Promise.all(["Ada", "Bela", "Dora"].map((name, number) => simulate(id, name, number)));
  const title = page.getByRole("textbox", { name: "Title" });
  for (const [width, listed, more] of [
    [1280, 4, ""],
    [720, 3, "+2"],
    [360, 2, "+3"],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await expect(people).toHaveCount(listed);
    await expect(people.filter({ hasText: "+" })).toHaveText(more === "" ? [] : [more]);
    expect((await title.boundingBox())?.width).toBeGreaterThan(100);
  }
  await page.getByRole("button", { name: "3 more: show everybody" }).click();
  await expect(page.getByRole("dialog", { name: "Everybody here" }).getByRole("listitem")).toHaveCount(4);
});

test("50 simulated people are all listed and drawn, their names can be read, and no letter typed among them is lost", async ({
  app,
  openAs,
  simulate,
}) => {
  const id = await app.createDocument(manyLines(200));
  const fox = await openAs(`/d/${id}`);
  const people: SimulatedPerson[] = [];
  for (let number = 0; number < 50; number += 1) people.push(await simulate(id, `Person ${number}`));
  await expect(fox.page.getByRole("button", { name: "46 more: show everybody" })).toBeVisible();
  await expect(fox.page).toHaveTitle("(51) line 0. · Samepage");
  await expect(fox.page.locator(".overview-mark")).toHaveCount(0);
  const firstLines = people.map((_, number) => `line ${number < 25 ? number : number * 3}.`);
  for (const [number, person] of people.entries()) person.standAt(firstLines[number] ?? "");
  await expect(fox.page.locator(".overview-mark")).toHaveCount(50);
  await expect(fox.page.locator(".remote-caret").nth(20)).toBeAttached();

  await fox.text.click();
  await fox.page.keyboard.press("ControlOrMeta+End");
  await fox.page.keyboard.press("Enter");
  const typed = "While fifty people move and write, not one of these letters is lost.";
  let isTyping = true;
  const writing = (async () => {
    for (let round = 0; isTyping; round += 1) {
      for (const person of people.filter((_, number) => number % 5 === round % 5)) person.write("a");
      // A rhythm, not a wait for something: each of them writes twice a second.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  await fox.page.keyboard.type(typed, { delay: 30 });
  isTyping = false;
  await writing;
  await expect(fox.saveState).toHaveText("Saved");
  await expect.poll(() => app.textOf(id)).toContain(typed);
  await expect.poll(async () => (await app.textOf(id)).length).toBe(people[0]?.text.length ?? 0);

  // Names on flags do not cover each other.
  await fox.page.keyboard.press("ControlOrMeta+Home");
  for (const person of people.slice(0, 4)) person.moveTo(0);
  await expect(caretOf(fox, "Person 3")).not.toHaveClass(/is-still/);
  await fox.page.getByRole("button", { name: "46 more: show everybody" }).click();
  const everybody = fox.page.getByRole("dialog", { name: "Everybody here" });
  await expect(everybody.getByRole("listitem")).toHaveCount(51);
  await expect(everybody.getByRole("searchbox", { name: "Find somebody" })).toBeFocused();
  await fox.page.keyboard.type("person 49");
  await expect(everybody.getByRole("listitem")).toHaveCount(1);
  await fox.page.keyboard.press("ArrowDown");
  await fox.page.keyboard.press("Enter");
  await expect(everybody).toBeHidden();
  await expect(caretOf(fox, "Person 49")).toBeInViewport();
  await expect(caretOf(fox, "Person 49")).not.toHaveClass(/is-still/);
});

test("one's name and colour are changed in a dialog that names the colours", async ({ app, openAs, simulate }) => {
  const id = await app.createDocument("some words");
  const ada = await simulate(id, "Ada");
  const fox = await openAs(`/d/${id}`, { width: 390 });
  await fox.page.getByRole("button", { name: /change name or colour/ }).click();
  const dialog = fox.page.getByRole("dialog", { name: "You" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Ada Lovelace");
  await dialog.getByRole("radio", { name: "Teal" }).check();
  await expect(dialog.getByRole("group", { name: "Colour: Teal" })).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(() => [...ada.connection.awareness.getStates().values()].map(({ user }) => [user.name, user.hue]))
    .toContainEqual(["Ada Lovelace", 4]);
});

for (const [width, colorScheme] of [
  [1280, "light"],
  [1280, "dark"],
  [320, "light"],
  [320, "dark"],
] as const) {
  test(`nothing serious is wrong with what shows the others for assistive technology at ${width} px, ${colorScheme}`, async ({
    app,
    openAs,
    simulate,
  }) => {
    const id = await app.createDocument(manyLines(400));
    const fox = await openAs(`/d/${id}`, { width, colorScheme });
    const names = ["Ada", "Bela", "Cleo", "Dora", "Edda", "Fritz", "Gita", "Hugo", "Ilse"];
    const [ada, bela] = await Promise.all(names.map((name, number) => simulate(id, name, number)));
    ada?.moveTo(0, 40);
    await expect(fox.page).toHaveTitle("(10) line 0. · Samepage");
    // By keyboard: to the list, down to the second person, and on to what follows them.
    await fox.page.getByRole("button", { name: /show everybody/ }).focus();
    await fox.page.keyboard.press("Enter");
    const everybody = fox.page.getByRole("dialog", { name: "Everybody here" });
    await expect(everybody.getByRole("listitem")).toHaveCount(10);
    expect(await seriousFaults(fox.page)).toEqual([]);
    await expect(everybody.getByRole("searchbox", { name: "Find somebody" })).toBeFocused();
    await fox.page.keyboard.type("ada");
    await fox.page.keyboard.press("ArrowDown");
    await expect(everybody.getByRole("button", { name: "Go to Ada" })).toBeFocused();
    await fox.page.keyboard.press("Tab");
    await fox.page.keyboard.press("Enter");
    await expect(everybody).toBeHidden();
    await expect(fox.page.locator(".following-bar")).toContainText("Following Ada");
    bela?.standAt("line 300.");
    bela?.write("far ");
    await expect(fox.page.getByRole("button", { name: "Bela is writing below: go there" })).toBeVisible();
    expect(await seriousFaults(fox.page)).toEqual([]);
    await fox.page.getByRole("button", { name: /change name or colour/ }).click();
    await expect(fox.page.getByRole("dialog", { name: "You" })).toBeVisible();
    expect(await seriousFaults(fox.page)).toEqual([]);
    await fox.page.keyboard.press("Escape");
    await expect(fox.page.getByRole("dialog", { name: "You" })).toBeHidden();
  });
}
