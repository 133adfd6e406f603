/** Wires the page: theme, address, what stands there. Nothing else. */

import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "preact";
import { beginConnection } from "./connection/begin.ts";
import { recentDocuments } from "./state/recent-documents.ts";
import { followTheme } from "./state/theme.ts";
import { HomePage } from "./ui/home-page.tsx";
import { NotFoundPage } from "./ui/not-found-page.tsx";

const id = /^\/d\/([^/]+)$/.exec(location.pathname)?.[1];
// Whoever opened it before has a copy, and asks only for what that lacks.
if (id !== undefined) beginConnection(id, !recentDocuments().some((document) => document.id === id));

followTheme(document.documentElement);

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the app");

if (location.pathname === "/") {
  render(<HomePage />, root);
} else if (id === undefined) {
  render(<NotFoundPage what="page" />, root);
} else {
  const { DocumentPage } = await import("./ui/document-page.tsx");
  render(<DocumentPage id={id} />, root);
}
