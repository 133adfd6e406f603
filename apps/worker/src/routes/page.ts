/** The app's page, the same for every address that a person opens; the address tells the page what to show. */

import { Hono } from "hono";
import type { AppEnvironment } from "../environment.ts";

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

export const page = new Hono<AppEnvironment>().get("*", async (context) => {
  const url = new URL(context.req.url);
  const isPage = url.pathname === "/" || /^\/d\/[^/]+$/.test(url.pathname);
  if (!isPage) {
    const asset = await context.env.ASSETS.fetch(context.req.raw);
    if (asset.status !== 404) return asset;
  }
  const html = await context.env.ASSETS.fetch(new URL("/", url));
  const response = new Response(html.body, { status: isPage ? 200 : 404, headers: html.headers });
  response.headers.set("content-security-policy", contentSecurityPolicy(url));
  response.headers.set("cache-control", "no-cache");
  response.headers.set("referrer-policy", "no-referrer");
  response.headers.set("x-content-type-options", "nosniff");
  return response;
});
