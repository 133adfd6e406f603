/**
 * The built page's files on one's own box: what Cloudflare's asset server does there, over a folder that `workerd`
 * serves. Knows nothing of documents.
 */

import { getMimeType } from "hono/utils/mime";

interface Environment {
  /** The folder of the built page, as workerd's disk service. */
  readonly FILES: Fetcher;
}

/** The addresses at which there are pages. */
const pages = ["/", "/preview/"];

/** Files for the preview's frame, which has an origin that is nobody's. */
const forFrame = "/preview/assets/";

/** The files whose names hold a hash of their content never change. */
const forever = "public, max-age=31536000, immutable";

export default {
  /** Answers GET and HEAD for one file, which has one address; 404 for what is not there, 405 for other methods. */
  async fetch(request: Request, { FILES }: Environment): Promise<Response> {
    if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405 });
    const { pathname } = new URL(request.url);
    const page = pages.find((each) => pathname === `${each}index.html`);
    if (page !== undefined) return new Response(null, { status: 307, headers: { location: page } });
    const path = pages.includes(pathname) ? `${pathname}index.html` : pathname;
    const takesBrotli = /\bbr\b/.test(request.headers.get("accept-encoding") ?? "");
    const packed = takesBrotli ? await read(FILES, `${path}.br`) : null;
    const file = packed ?? (await read(FILES, path));
    if (file === null) return new Response(null, { status: 404 });

    const headers = new Headers({
      "content-type": getMimeType(path) ?? "application/octet-stream",
      "cache-control": path.startsWith("/assets/") || path.startsWith(forFrame) ? forever : "no-cache",
      vary: "accept-encoding",
      "x-content-type-options": "nosniff",
    });
    if (packed !== null) headers.set("content-encoding", "br");
    if (path.startsWith(forFrame)) headers.set("access-control-allow-origin", "*");
    const body = request.method === "HEAD" ? null : file.body;
    return new Response(body, { headers, encodeBody: packed === null ? "automatic" : "manual" });
  },
};

async function read(files: Fetcher, path: string): Promise<Response | null> {
  // A path that ends in a slash is a folder; workerd would list it.
  if (path.endsWith("/") || path.endsWith("/.br")) return null;
  // And it fails for an address whose escapes are none, with a page of the log for each.
  if (/%(?![\da-f]{2})/i.test(path)) return null;
  const file = await files.fetch(`http://files${path}`);
  return file.ok && file.headers.get("content-type") === "application/octet-stream" ? file : null;
}
