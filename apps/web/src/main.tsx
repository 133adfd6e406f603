/** Wires the page: theme, address, what stands there. Nothing else. */

import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "preact";
import { beginConnection } from "./connection/begin.ts";
import { credentialsFor } from "./state/credentials.ts";
import { takeOwnerKey } from "./state/owner-keys.ts";
import { recentDocuments } from "./state/recent-documents.ts";
import { followTheme } from "./state/theme.ts";
import { HomePage } from "./ui/home-page.tsx";
import { withRest } from "./words/words.ts";

const id = /^\/d\/([^/]+)$/.exec(location.pathname)?.[1];
if (id !== undefined) {
  // Before anything is shown that could be shared with it.
  if (takeOwnerKey(id, location.hash)) history.replaceState(null, "", location.pathname);
  // Whoever opened it before has a copy, and asks only for what that lacks.
  beginConnection(id, !recentDocuments().some((document) => document.id === id), credentialsFor(id));
}

followTheme(document.documentElement);

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the app");

if (location.pathname === "/") {
  render(<HomePage />, root);
} else if (location.pathname === "/new") {
  // The server creates a document there and leads to it, if it does not refuse.
  const { TooManyPage } = await withRest(() => import("./ui/too-many-page.tsx"));
  render(<TooManyPage />, root);
} else if (id === undefined) {
  const { NotFoundPage } = await withRest(() => import("./ui/not-found-page.tsx"));
  render(<NotFoundPage what="page" />, root);
} else {
  const { DocumentPage } = await import("./ui/document-page.tsx");
  render(<DocumentPage id={id} />, root);
}
