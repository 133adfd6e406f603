/** The app's page, the same for every address that a person opens; the address tells the page what to show. */

import { type Context, Hono } from "hono";
import { appPage, previewPage } from "../app-page.ts";
import type { Beginning } from "../beginning.ts";
import { ask, stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment } from "../environment.ts";
import { identityOf } from "../identity.ts";

/** How long a page waits for what is to be seen at once, in milliseconds: its scripts run when all of it is there. */
const patienceMs = 300;

/**
 * What whoever asks for the page sees of the document at once: what the bare address gives them, since the key of a link
 * is never sent along. Null where that is nothing, or not soon; the page asks again, with the key, and says why.
 */
async function beginningFor(context: Context<AppEnvironment, "/d/:id">): Promise<Beginning | null> {
  try {
    const identified = await identityOf(context.req.raw, context.env);
    if (!identified.ok) return null;
    context.set("identity", identified.identity);
    const answer = await ask(context, context.req.param("id"), (stub, proof) => stub.beginning(proof));
    return answer.ok ? answer.value : null;
  } catch (error) {
    // The page itself is whole, and tells of what is wrong with the document.
    console.error(error);
    return null;
  }
}

export const page = new Hono<AppEnvironment>()
  .get("/", (context) => appPage(context.env, new URL(context.req.url), 200))
  .get("/d/:id", async (context) => {
    // Asking wakes the object, which the page is about to connect to anyway. Both questions are under way together.
    const beginning = Promise.race([beginningFor(context), scheduler.wait(patienceMs).then(() => null)]);
    const asked = await stubFromAddress(context.env, context.req.param("id"))?.page();
    const { isThere, isEmbeddable } = asked ?? { isThere: false, isEmbeddable: false };
    const url = new URL(context.req.url);
    if (!isThere) return appPage(context.env, url, 404);
    return appPage(context.env, url, 200, {
      isDocument: true,
      mayBeEmbedded: isEmbeddable,
      beginning,
    });
  })
  .get("/preview/", (context) => previewPage(context.env, new URL(context.req.url)))
  .get("*", async (context) => {
    const asset = await context.env.ASSETS.fetch(context.req.raw);
    // However the address is written, the page's file is never sent without what `appPage` puts on it.
    const isPage = asset.headers.get("content-type")?.startsWith("text/html") ?? false;
    return asset.status === 404 || isPage ? appPage(context.env, new URL(context.req.url), 404) : asset;
  });
