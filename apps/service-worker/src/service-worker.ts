/**
 * Keeps the app on the device: answers for its page and its files, with a network and without. Answers nothing of the
 * API and of documents; their texts are kept elsewhere. A new version waits until the last page of the one before it is
 * closed, or until somebody asks for it.
 */

import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";
import { appFiles } from "./app-files.ts";
import { isFile } from "./is-file.ts";
import { newNonce, shellFrom } from "./shell.ts";
import { noteFormerPages, noteVersion, takeUnneeded } from "./versions.ts";

declare const self: ServiceWorkerGlobalScope;

/** One for all versions: a file that two of them have is fetched once. */
const cacheName = "samepage-files";

/** What a page says to this worker. */
type Message =
  /** The new version is wanted now. */
  | { readonly kind: "take-over" }
  /** Nobody waits for anything. `mayFetch`: what is used rarely may be fetched now. */
  | { readonly kind: "idle"; readonly mayFetch: boolean };

/** With less than so many bytes left, nothing is fetched ahead. */
const leastFreeBytes = 100_000_000;

const onlyOurFiles = {
  async cacheWillUpdate({ request, response }: { request: Request; response: Response }): Promise<Response | null> {
    return (await isFile(new URL(request.url).pathname, response, appFiles.mark)) ? response : null;
  },
};

const essential = new PrecacheController({ cacheName, plugins: [onlyOurFiles] });
essential.addToCacheList([...appFiles.essential]);
const files = new CacheFirst({ cacheName, plugins: [onlyOurFiles] });

/** The page as it is kept; what the server says to `request` where the browser has thrown that away. */
async function shell(request: Request, isDocument: boolean): Promise<Response> {
  const kept = await essential.matchPrecache("/");
  return kept === undefined ? fetch(request) : shellFrom(kept, { isDocument, nonce: newNonce() });
}

/** Whether somebody goes to `pathname` in a tab. What another page shows in a frame, the owner's rules decide, at the server. */
function isVisit({ mode, destination }: Request): boolean {
  return mode === "navigate" && destination === "document";
}

registerRoute(
  ({ url, request }) => isVisit(request) && url.pathname === "/",
  ({ request }) => shell(request, false),
);
registerRoute(
  ({ url, request }) => isVisit(request) && /^\/d\/[^/]+$/.test(url.pathname),
  ({ request }) => shell(request, true),
);
registerRoute(
  ({ url, request }) => isVisit(request) && url.pathname === "/new",
  async ({ request }) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (error instanceof TypeError) return shell(request, false); // No network: the page makes the document.
      throw error;
    }
  },
);
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/assets/"), files);
registerRoute(new PrecacheRoute(essential, { directoryIndex: "", cleanURLs: false }));

self.addEventListener("install", (event) => {
  event.waitUntil(
    Promise.all([
      essential.install(event),
      noteVersion(appFiles.version, [
        ...essential.getURLsToCacheKeys().values(),
        ...appFiles.later.map((path) => new URL(path, location.href).href),
      ]),
    ]),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("message", (event) => {
  const message: Message = event.data;
  switch (message.kind) {
    case "take-over":
      event.waitUntil(self.skipWaiting());
      break;
    case "idle":
      event.waitUntil(tidy().then(() => (message.mayFetch ? fetchLater() : undefined)));
      break;
  }
});

async function takeOver(): Promise<void> {
  await noteFormerPages(await openPages());
  await tidy();
  // The page that brought this worker here is of the same version: its files are to be kept for it, too.
  await self.clients.claim();
}

async function openPages(): Promise<readonly string[]> {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  return pages.map(({ id }) => id);
}

async function tidy(): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = (await cache.keys()).map(({ url }) => url);
  for (const file of await takeUnneeded(appFiles.version, kept, await openPages())) await cache.delete(file);
}

/** Fetches what is used rarely, one file after the other, until one cannot be had. */
async function fetchLater(): Promise<void> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < leastFreeBytes) return;
  const cache = await caches.open(cacheName);
  for (const path of appFiles.later) {
    if ((await cache.match(path)) !== undefined) continue;
    try {
      const response = await fetch(path);
      if (!(await isFile(path, response, appFiles.mark))) return;
      await cache.put(path, response);
    } catch (error) {
      // No network any more, or no room: another time.
      if (error instanceof TypeError || error instanceof DOMException) return;
      throw error;
    }
  }
}
