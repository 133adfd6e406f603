/** Wires the page: theme, address, what stands there. Nothing else. */

import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "preact";
import { beginConnection } from "./connection/begin.ts";
import { credentialsFor } from "./state/credentials.ts";
import { followLanguage } from "./state/language.ts";
import { takeOwnerKey } from "./state/owner-keys.ts";
import { pendingDocument } from "./state/pending-documents.ts";
import { recentDocuments } from "./state/recent-documents.ts";
import { followTheme } from "./state/theme.ts";
import { dropFirstPaint, firstPaint } from "./ui/first-paint.ts";
import { HomePage } from "./ui/home-page.tsx";
import { startDocument } from "./ui/new-document.ts";
import { UnloadedPage } from "./ui/unloaded-page.tsx";
import { withRest } from "./words/words.ts";

const id = /^\/d\/([^/]+)$/.exec(location.pathname)?.[1];
if (id !== undefined) {
  // Before anything is shown that could be shared with it.
  if (takeOwnerKey(id, location.hash)) history.replaceState(null, "", location.pathname);
  // Whoever opened it before has a copy, and asks only for what that lacks.
  if (pendingDocument(id) === null) {
    beginConnection(id, !recentDocuments().some((document) => document.id === id), credentialsFor(id));
  }
}

followTheme(document.documentElement);
const spoken = followLanguage(document.documentElement);

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the app");

if (location.pathname === "/") {
  await spoken;
  render(<HomePage />, root);
} else if (location.pathname === "/new") {
  // The server creates a document there and leads to it, if it does not refuse, or is not there at all.
  await spoken;
  const { TooManyPage } = await withRest(() => import("./ui/too-many-page.tsx"));
  if (document.documentElement.dataset["fromDevice"] === undefined || (await startDocument()) !== "") {
    render(<TooManyPage />, root);
  }
} else if (id === undefined) {
  await spoken;
  const { NotFoundPage } = await withRest(() => import("./ui/not-found-page.tsx"));
  render(<NotFoundPage what="page" />, root);
} else {
  await firstPaint();
  const [page] = await Promise.all([
    import("./ui/document-page.tsx").catch((error: unknown) => {
      console.error(error);
      return null;
    }),
    spoken,
  ]);
  if (page === null) dropFirstPaint();
  render(page === null ? <UnloadedPage /> : <page.DocumentPage id={id} />, root);
}

// When all that somebody waits for is there. Not while one works on the app: what is kept would stand in the way. And
// not in another site's frame.
if (import.meta.env.PROD && window === window.top) {
  const keep = async (): Promise<void> => {
    const { keepApp } = await withRest(() => import("./state/app-on-device.ts"));
    await keepApp();
  };
  const keepSoon = (): unknown => setTimeout(() => keep().catch(() => undefined), 1_000); // The next visit tries again.
  if (document.readyState === "complete") keepSoon();
  else window.addEventListener("load", keepSoon);
}
