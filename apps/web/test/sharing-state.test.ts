import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Rules } from "../src/connection/sharing-api.ts";
import { Sharing } from "../src/state/sharing.ts";
import { withRest } from "../src/words/words.ts";

const rules: Rules = { access: "edit", locked: false, embed: false, expires: null };
const id = "AAAAAAAAAAAAAAAAAAAAAA";

/** What was asked of the server, by method and path, and how to answer it. */
let asked: { readonly what: string; answer(status: number, body: unknown): Promise<void> }[] = [];

beforeAll(() => withRest(async () => undefined));
beforeEach(() => {
  asked = [];
  vi.stubGlobal("location", { hash: "", origin: "http://localhost" });
  vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
  vi.stubGlobal("fetch", (path: string, { method }: RequestInit) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const what = `${method} ${path.replace(`/api/documents/${id}`, "")}`;
    const answer = async (status: number, body: unknown): Promise<void> => {
      resolve(Response.json(body, { status }));
      await new Promise((done) => setTimeout(done));
    };
    asked.push({ what, answer });
    return promise;
  });
});
afterEach(() => vi.unstubAllGlobals());

function answer(what: string, status: number, body: unknown): Promise<void> | undefined {
  const index = asked.findIndex((question) => question.what === what);
  return asked.splice(index, 1)[0]?.answer(status, body);
}

async function loaded(): Promise<Sharing> {
  const sharing = new Sharing(id);
  const loading = sharing.load(false);
  await answer("GET ", 200, rules);
  await loading;
  return sharing;
}

describe("a change of the rules", () => {
  test("is shown at once, and taken back when the server does not make it", async () => {
    const sharing = await loaded();
    const changing = sharing.setAccess("view");
    expect(sharing.rules.value?.access).toBe("view");
    await answer("PATCH ", 403, {});
    await changing;
    expect(sharing.rules.value).toEqual(rules);
    expect([sharing.fault.value, sharing.said.value]).toEqual([
      expect.stringMatching(/^The server does not allow this/),
      "",
    ]);
  });

  test("that was not made is not shown when the next one is not either", async () => {
    const sharing = await loaded();
    const changing = [sharing.setAccess("view"), sharing.change({ locked: true }, "Locked.")];
    expect(sharing.rules.value).toMatchObject({ access: "view", locked: true });
    await answer("PATCH ", 403, {});
    await answer("PATCH ", 403, {});
    await Promise.all(changing);
    expect(sharing.rules.value).toEqual(rules);
  });

  test("that is made stays shown while one before it is not answered, and after", async () => {
    const sharing = await loaded();
    const changing = [sharing.setAccess("view"), sharing.setAccess("none")];
    const [first, second] = asked.splice(0);
    await second?.answer(503, {});
    expect(sharing.rules.value?.access).toBe("none");
    await first?.answer(200, { ...rules, access: "view" });
    await Promise.all(changing);
    expect(sharing.rules.value?.access).toBe("view");
  });
});

test("what could not be loaded is said, although something else could", async () => {
  const sharing = new Sharing(id);
  const loading = sharing.load(true);
  await answer("GET ", 200, rules);
  await answer("GET /links", 500, {});
  await loading;
  expect(sharing.fault.value).toBe("The server failed (500). Try again.");
});

test("the same word is said anew when the same is done again", async () => {
  const sharing = await loaded();
  for (const access of ["view", "edit"] as const) {
    const changing = sharing.setAccess(access);
    expect(sharing.said.value).toBe("");
    await answer("PATCH ", 200, { ...rules, access });
    await changing;
    expect(sharing.said.value).toBe("Saved.");
  }
});
