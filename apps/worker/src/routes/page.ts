/** The app's page, the same for every address that a person opens; the address tells the page what to show. */

import { Hono } from "hono";
import { stubFromAddress } from "../document-stub.ts";
import type { AppEnvironment, Environment } from "../environment.ts";

/**
 * Scripts and connections only of this site; styles also inline, which CodeMirror needs for its positions.
 * `connect-src` names the WebSocket because older browsers do not count `ws:` as 'self'.
 */
function contentSecurityPolicy(url: URL): string {
  const socket = `${url.protocol === "https:" ? "wss" : "ws"}://${url.host}`;
  return [
    "default-src 'self'",
    `connect-src 'self' ${socket}`,
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

const documentOnly = "document-";

/** Has the browser load at once what the built HTML names for a document's page. */
function withDocumentFiles(page: Response): Response {
  const load = {
    element(link: Element): void {
      link.setAttribute("rel", link.getAttribute("rel")?.slice(documentOnly.length) ?? "");
    },
  };
  return new HTMLRewriter().on(`link[rel^="${documentOnly}"]`, load).transform(page);
}

/** The page with `status`: it says in words what the status says in a number. */
async function appPage(environment: Environment, url: URL, status: 200 | 404): Promise<Response> {
  const html = await environment.ASSETS.fetch(new URL("/", url));
  const response = new Response(html.body, { status, headers: html.headers });
  response.headers.set("content-security-policy", contentSecurityPolicy(url));
  response.headers.set("cache-control", "no-cache");
  response.headers.set("referrer-policy", "no-referrer");
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}

export const page = new Hono<AppEnvironment>()
  .get("/", (context) => appPage(context.env, new URL(context.req.url), 200))
  .get("/d/:id", async (context) => {
    // Asking wakes the object, which the page is about to connect to anyway.
    const isThere = (await stubFromAddress(context.env, context.req.param("id"))?.isCreated()) ?? false;
    const page = await appPage(context.env, new URL(context.req.url), isThere ? 200 : 404);
    return isThere ? withDocumentFiles(page) : page;
  })
  .get("*", async (context) => {
    const asset = await context.env.ASSETS.fetch(context.req.raw);
    // However the address is written, the page's file is never sent without what `appPage` puts on it.
    const isPage = asset.headers.get("content-type")?.startsWith("text/html") ?? false;
    return asset.status === 404 || isPage ? appPage(context.env, new URL(context.req.url), 404) : asset;
  });
