/** Wires the page: theme, address, what stands there. Nothing else. */

import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "preact";
import { followTheme } from "./state/theme.ts";
import { HomePage } from "./ui/home-page.tsx";
import { NotFoundPage } from "./ui/not-found-page.tsx";

followTheme(document.documentElement);

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the app");

const id = /^\/d\/([^/]+)$/.exec(location.pathname)?.[1];
if (location.pathname === "/") {
  render(<HomePage />, root);
} else if (id === undefined) {
  render(<NotFoundPage what="page" />, root);
} else {
  const { DocumentPage } = await import("./ui/document-page.tsx");
  render(<DocumentPage id={id} />, root);
}
