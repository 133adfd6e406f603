/** What a reader does in the frame: follows links, ticks tasks, copies code. Each becomes a message; nothing leaves by itself. */

import type { FrameMessage, PreviewWords } from "../messages.ts";
import { idPrefix } from "./sanitize.ts";

export interface Reading {
  readonly root: HTMLElement;
  readonly words: PreviewWords;
  readonly mark: string;
  send(message: FrameMessage): void;
  /** The revision that is shown, and the first line of what `element` stands in. */
  placeOf(element: Element): { readonly revision: number; readonly line: number };
}

/** Listens for what the reader does. */
export function followReader(reading: Reading): void {
  const { root, send } = reading;
  const click = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest("a[href]");
    if (link != null) {
      event.preventDefault();
      followLink(link.getAttribute("href") ?? "", send);
      return;
    }
    const copy = target?.closest("button.copy");
    if (copy != null) copyCode(copy, reading);
    const task = target?.closest(`input[data-${reading.mark}-task]`);
    if (task == null) return;
    // It is ticked when the text says so.
    event.preventDefault();
    const { revision, line } = reading.placeOf(task);
    send({ kind: "tick", revision, line: line + Number(task.getAttribute(`data-${reading.mark}-task`)) });
  };
  root.addEventListener("click", click);
  root.addEventListener("auxclick", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href]") !== null) click(event);
  });
}

function followLink(href: string, send: Reading["send"]): void {
  if (href.startsWith("#")) {
    goTo(decoded(href.slice(1)));
    return;
  }
  // The page opens the web and mail, and nothing else.
  if (URL.canParse(href)) send({ kind: "open", url: new URL(href).href });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // A sign of percent that stands for itself.
  }
}

/** Brings what has this name to the top, and the focus to it, so that a keyboard goes on from there. */
function goTo(name: string): void {
  const encoded = encodeURIComponent(name);
  const target = document.getElementById(idPrefix + name) ?? document.getElementById(idPrefix + encoded);
  if (target === null) return;
  target.scrollIntoView({ block: "start", behavior: "instant" });
  if (!target.matches("a[href]")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
}

function copyCode(button: Element, { words, send }: Reading): void {
  const code = button.parentElement?.querySelector("code");
  if (code === null || code === undefined) return;
  send({ kind: "copy", text: code.textContent ?? "" });
  button.textContent = words.copied;
  button.addEventListener("blur", () => button.replaceChildren(words.copyCode), { once: true });
}

/** Puts what a reader does something with into a piece: names of tasks, a button at each code. */
export function prepareForReader(piece: Element, { words, mark }: Reading, isReadOnly: boolean): void {
  for (const task of piece.querySelectorAll<HTMLInputElement>(`input[data-${mark}-task]`)) {
    task.disabled = isReadOnly;
    task.setAttribute("aria-label", taskName(task));
  }
  for (const pre of piece.querySelectorAll("pre:has(> code):not(.front-matter)")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.type = "button";
    button.textContent = words.copyCode;
    pre.append(button);
    // Code that is wider than the window is scrolled by keyboard too.
    pre.querySelector("code")?.setAttribute("tabindex", "0");
  }
}

function taskName(task: Element): string {
  const item = task.closest("li")?.cloneNode(true);
  if (!(item instanceof Element)) return "";
  for (const nested of item.querySelectorAll("ul, ol")) nested.remove();
  return item.textContent?.trim() ?? "";
}
