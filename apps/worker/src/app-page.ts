/** The app's pages as they are sent: built files, with what makes them safe to open. Knows no document. */

import type { Beginning } from "./beginning.ts";
import type { Environment } from "./environment.ts";
import { withFirstPaint } from "./first-paint.ts";
import { headersOfPage, headersOfPreview } from "./security-headers.ts";

const documentOnly = "document-";

interface PageOptions {
  /** Whether pages of other sites may show it in a frame. */
  readonly mayBeEmbedded?: boolean;
  /** Whether it shows a document that is there. */
  readonly isDocument?: boolean;
  /** What of the document is seen at once; null: nothing. */
  readonly beginning?: Promise<Beginning | null>;
}

/**
 * The page with `status`: it says in words what the status says in a number. With `isDocument` the browser is told to
 * load at once what the built HTML names for a document's page, and shows its beginning meanwhile.
 *
 * Its nonce is fresh each time, in the policy and in the HTML: an answer that says "as you have it" (304) would bring the
 * two apart, so the page carries nothing by which one could ask for that.
 */
export async function appPage(
  environment: Environment,
  url: URL,
  status: 200 | 404 | 429,
  { mayBeEmbedded = false, isDocument = false, beginning = Promise.resolve(null) }: PageOptions = {},
): Promise<Response> {
  const html = await environment.ASSETS.fetch(new URL("/", url));
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const response = new Response(html.body, { status, headers: html.headers });
  for (const validator of ["etag", "last-modified"]) response.headers.delete(validator);
  // With somebody's text in it, it is kept nowhere.
  response.headers.set("cache-control", isDocument ? "no-store" : "no-cache");
  for (const [name, value] of Object.entries(headersOfPage({ url, nonce, mayBeEmbedded }))) {
    response.headers.set(name, value);
  }
  const withNonce = new HTMLRewriter().on("[nonce]", {
    element(element: Element): void {
      element.setAttribute("nonce", nonce);
    },
  });
  const withPaint = withFirstPaint(withNonce, isDocument, beginning);
  return (isDocument ? withDocumentFiles(withPaint) : withPaint).transform(response);
}

/** The page of the preview's frame, which the app's page shows. It knows no document: the app's page tells it what to show. */
export async function previewPage(environment: Environment, url: URL): Promise<Response> {
  const html = await environment.ASSETS.fetch(new URL("/preview/", url));
  const response = new Response(html.body, { status: html.status, headers: html.headers });
  response.headers.set("cache-control", "no-cache");
  for (const [name, value] of Object.entries(headersOfPreview(url))) response.headers.set(name, value);
  return response;
}

/** Its scripts go behind styles and faces, of which the first paint is made. The first page waits for its scripts. */
function withDocumentFiles(rewriter: HTMLRewriter): HTMLRewriter {
  return rewriter
    .on('script[type="module"], link[rel$="modulepreload"]', {
      element(script: Element): void {
        script.setAttribute("fetchpriority", "low");
      },
    })
    .on(`link[rel^="${documentOnly}"]`, {
      element(link: Element): void {
        link.setAttribute("rel", link.getAttribute("rel")?.slice(documentOnly.length) ?? "");
      },
    });
}
