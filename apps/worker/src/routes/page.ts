/** The app's page, the same for every address that a person opens; the address tells the page what to show. */

import { Hono } from "hono";
import { appPage, previewPage } from "../app-page.ts";
import { stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";

export const page = new Hono<AppEnvironment>()
  .get("/", (context) => appPage(context.env, new URL(context.req.url), 200))
  .get("/d/:id", async (context) => {
    // Asking wakes the object, which the page is about to connect to anyway.
    const asked = await stubFromAddress(context.env, context.req.param("id"))?.page();
    const { isThere, isEmbeddable } = asked ?? { isThere: false, isEmbeddable: false };
    const options = { isDocument: isThere, mayBeEmbedded: isEmbeddable };
    return appPage(context.env, new URL(context.req.url), isThere ? 200 : 404, options);
  })
  .get("/preview/", (context) => previewPage(context.env, new URL(context.req.url)))
  .get("*", async (context) => {
    const asset = await context.env.ASSETS.fetch(context.req.raw);
    // However the address is written, the page's file is never sent without what `appPage` puts on it.
    const isPage = asset.headers.get("content-type")?.startsWith("text/html") ?? false;
    return asset.status === 404 || isPage ? appPage(context.env, new URL(context.req.url), 404) : asset;
  });
