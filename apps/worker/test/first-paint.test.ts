/** What a document's page shows before its scripts run, and to whom. */

import { env } from "cloudflare:workers";
import { allow, type Rules } from "@samepage/access";
import { describe, expect, test } from "vitest";
import { app } from "../src/app.ts";
import type { Environment } from "../src/environment.ts";
import { newcomers } from "./newcomers.ts";
import { OwnedDocument, requestOf } from "./owned-document.ts";

const styles = '<link rel="document-stylesheet" href="/assets/page.css">';
const paint = '<div class="first-paint"><p class="title first-title"></p><p class="first-text"></p></div>';

/** The deployment, with a page as it is built; without `styles`, as it is while one works on the app. */
function withPage(head = styles): Environment {
  const headers = { "content-type": "text/html" };
  const ASSETS = {
    fetch: async () => new Response(`<head>${head}</head><body>${paint}<div id="app"></div></body>`, { headers }),
    connect: () => env.ASSETS.connect("nowhere"),
  };
  return { ...env, ASSETS };
}

async function page(path: string, init: RequestInit = {}, environment = withPage()): Promise<string> {
  return (await app.request(path, init, environment)).text();
}

describe("a document's page", () => {
  test("shows the beginning of the text and what the document is called, as text", async () => {
    const document = await OwnedDocument.create("# Tea & <b>cake</b>\n</p><script>alert(1)</script>\n\tend");
    const html = await page(`/d/${document.id}`);
    expect(html).toContain(
      '<p class="first-text"><i></i># Tea &amp; &lt;b&gt;cake&lt;/b&gt;\n' +
        "<i></i>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n<i></i>\tend\n</p>",
    );
    expect(html).toContain('<p class="title first-title first-fallback">Tea &amp; &lt;b&gt;cake&lt;/b&gt;</p>');
    expect(html).toContain('<link rel="stylesheet" href="/assets/page.css">');
    await document.command("PATCH", "", { title: "<i>Minutes</i>" });
    expect(await page(`/d/${document.id}`)).toContain('<p class="title first-title">&lt;i&gt;Minutes&lt;/i&gt;</p>');
  });

  test("has of another page nothing of it, nor while one works on the app, when the styles come by script", async () => {
    const document = await OwnedDocument.create("text");
    for (const path of ["/", "/elsewhere", `/d/${"A".repeat(22)}`]) expect(await page(path)).not.toContain("first-");
    expect(await page(`/d/${document.id}`, {}, withPage(""))).not.toContain("first-");
  });

  test("is kept nowhere with somebody's text in it", async () => {
    const document = await OwnedDocument.create("text");
    const { headers } = await app.request(`/d/${document.id}`, {}, withPage());
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("comes without the text where that cannot be read, or not soon, and tells of it by its scripts", async () => {
    const document = await OwnedDocument.create("text");
    for (const beginning of [
      () => Promise.reject(new Error("the log cannot be read")),
      () => Promise.withResolvers<never>().promise,
    ]) {
      const html = await page(`/d/${document.id}`, {}, withBeginning(withPage(), beginning));
      expect(html).toContain('<p class="first-text"></p>');
    }
  });

  describe("shows no more than the text's own address gives", () => {
    test.for(newcomers)("to $name", async (newcomer) => {
      const document = await OwnedDocument.create("the secret text");
      const credential = await newcomer.arrive(document);
      const rules: Rules = {
        access: "edit",
        isLocked: false,
        isEmbeddable: false,
        expires: null,
        deleted: null,
        ...newcomer.rules,
      };
      const { access, isLocked, isEmbeddable } = rules;
      await document.command("PATCH", "", { access, locked: isLocked, embed: isEmbeddable });
      const isAdmitted = allow(rules, newcomer.ticket, "read-text", Date.now()).ok;
      const html = await page(`/d/${document.id}`, requestOf("GET", credential));
      expect(html.includes("the secret text")).toBe(isAdmitted);
    });
  });
});

/** The deployment `environment`, in which documents answer with `beginning`. */
function withBeginning(environment: Environment, beginning: () => Promise<never>): Environment {
  const { DOCUMENTS } = environment;
  const documents: Environment["DOCUMENTS"] = Object.create(DOCUMENTS, {
    idFromName: { value: (name: string) => DOCUMENTS.idFromName(name) },
    get: {
      value: (id: DurableObjectId) => {
        const stub = DOCUMENTS.get(id);
        return { page: () => stub.page(), beginning };
      },
    },
  });
  return { ...environment, DOCUMENTS: documents };
}
