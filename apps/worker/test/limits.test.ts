import { env } from "cloudflare:workers";
import { closeCodes } from "@samepage/protocol";
import { describe, expect, test, vi } from "vitest";
import { app } from "../src/app.ts";
import { limitsOf } from "../src/environment.ts";

/** Asks the app as a deployment with these `variables` would be asked. */
async function call(path: string, init: RequestInit, variables: Record<string, string>): Promise<Response> {
  return app.request(`http://localhost${path}`, init, { ...env, ...variables });
}

describe("a limit that the deployment sets", () => {
  test("holds for the first text, title and language of a document", async () => {
    const create = (content: object, variables: Record<string, string>): Promise<Response> =>
      call("/api/documents", { method: "POST", body: JSON.stringify(content), headers }, variables);
    const headers = { "content-type": "application/json" };
    for (const [content, variable] of [
      [{ text: "x".repeat(41) }, "TEXT_LENGTH"],
      [{ title: "x".repeat(41) }, "TITLE_LENGTH"],
      [{ language: "x".repeat(40) }, "LANGUAGE_LENGTH"],
    ] as const) {
      expect((await create(content, {})).status).toBe(201);
      const refused = await create(content, { [variable]: "39" });
      expect(refused.status).toBe(413);
      expect(await refused.json()).toHaveProperty("detail", expect.stringContaining("39"));
    }
  });

  test("holds for a changed title, and is named when it is passed", async () => {
    const created = await call("/api/documents", { method: "POST" }, {});
    const { id } = await created.json<{ id: string }>();
    const init = { method: "PATCH", body: '{"title":"Minutes"}' };
    const refused = await call(`/api/documents/${id}`, init, { TITLE_LENGTH: "6" });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toHaveProperty("detail", expect.stringContaining("up to 6 "));
    expect((await call(`/api/documents/${id}`, init, { TITLE_LENGTH: "7" })).status).toBe(200);
  });

  test("is read once an environment", () => {
    const environment = { ...env, FRAMES_PER_SECOND: "0" };
    expect(limitsOf(environment).framesPerSecond).toBe(0);
    expect(limitsOf(environment)).toBe(limitsOf(environment));
    expect(limitsOf(env).framesPerSecond).toBe(60);
  });
});

describe("a limit that is no number", () => {
  test("is named in the log, and every address says that the server cannot serve", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    for (const path of ["/api/health", "/", "/new"]) {
      const response = await call(path, {}, { TEXT_LENGTH: "plenty" });
      expect(response.status).toBe(500);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await response.json()).toHaveProperty("detail", expect.stringContaining("setting"));
      expect(log).toHaveBeenLastCalledWith(
        expect.stringContaining('TEXT_LENGTH must be a whole number from 1 on, not "plenty"'),
      );
    }
    log.mockRestore();
  });

  test("asks a client to come back later, where it can hear that", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const init = { headers: { upgrade: "websocket" } };
    const { webSocket } = await call(`/sync/${"A".repeat(22)}`, init, { TEXT_LENGTH: "-1" });
    const closed = new Promise<CloseEvent>((resolve) => webSocket?.addEventListener("close", resolve));
    webSocket?.accept();
    expect(await closed).toMatchObject({ code: closeCodes.serverFault, reason: expect.stringContaining("setting") });
    log.mockRestore();
  });
});
