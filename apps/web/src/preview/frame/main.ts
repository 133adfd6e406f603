/**
 * The preview's frame: it has an origin of its own, may ask for nothing but pictures, and shows what the page that made
 * it sends. Wires; each part is in a file of its own.
 */

import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "../../ui/tokens.css";
import "./content.css";
import "./frame.css";
import tokens from "../../ui/tokens.css?inline";
import { type FrameMessage, type FrameRequest, type FrameSettings, readFrameRequest } from "../messages.ts";
import contentStyle from "./content.css?inline";
import { Drawings } from "./drawings.ts";
import { PageView } from "./page-view.ts";
import { markSaidAddresses, printPage } from "./printing.ts";
import { followReader, prepareForReader, type Reading } from "./reading.ts";
import { idPrefix, Sanitizer, sanitizeAllHtml } from "./sanitize.ts";
import { lineAtTop, scrollToLine } from "./scrolling.ts";

/** How often the page hears at most that what it sent is still being shown, in milliseconds. */
const signEveryMs = 1_000;

/** A frame has no name for the page that made it, whose origin it does not know: it knows the window. */
const send = (message: FrameMessage): void => parent.postMessage(message, "*");

type Begin = Extract<FrameRequest, { kind: "begin" }>;

class Frame {
  readonly #root: HTMLElement;
  readonly #view: PageView;
  readonly #sanitizer: Sanitizer;
  readonly #drawings: Drawings;
  readonly #reading: Reading;
  readonly #lineAttribute: string;
  #settings: FrameSettings;
  #revision = 0;
  #lastSign = 0;
  /** Whether it is the reader who scrolls, and not the page. */
  #isReaderScrolling = false;

  constructor(root: HTMLElement, { mark, words, settings, locale, direction }: Begin) {
    this.#root = root;
    this.#settings = settings;
    this.#lineAttribute = `data-${mark}-line`;
    this.#sanitizer = new Sanitizer(mark);
    this.#drawings = new Drawings(this.#sanitizer, words, settings.theme);
    this.#reading = { root, words, mark, send, placeOf: (element) => this.#placeOf(element) };
    this.#view = new PageView({
      root,
      contentOf: (html) => this.#sanitizer.fragment(html),
      onAdded: (element) => {
        prepareForReader(element, this.#reading, this.#settings.isReadOnly);
        this.#drawings.watch(element);
      },
      onRemoved: (element) => this.#drawings.forget(element),
      onPause: () => this.#giveSign(),
    });
    document.documentElement.lang = locale;
    document.documentElement.dir = direction;
    root.dataset["empty"] = words.empty;
    this.#applySettings(settings);
    followReader(this.#reading);
    this.#followScrolling();
  }

  async receive(request: FrameRequest): Promise<void> {
    switch (request.kind) {
      case "begin":
        return;
      case "settings":
        this.#applySettings(request.settings);
        await this.#drawings.setTheme(request.settings.theme);
        return;
      case "show": {
        const focus = focusIn(this.#view.pieces.map(({ element }) => element));
        await this.#view.show(request.changes);
        this.#revision = request.revision;
        restoreFocus(
          focus,
          this.#view.pieces.map(({ element }) => element),
        );
        send({ kind: "shown", revision: request.revision });
        return;
      }
      case "scroll":
        this.#isReaderScrolling = false;
        scrollToLine(this.#view.pieces, request.line, this.#lineAttribute);
        return;
      case "serialize":
        await this.#serialize();
        return;
      case "print":
        await this.#drawings.drawAll(this.#root);
        await printPage(this.#root, request.title);
        send({ kind: "printed" });
    }
  }

  #giveSign(): void {
    const now = performance.now();
    if (now < this.#lastSign + signEveryMs) return;
    this.#lastSign = now;
    send({ kind: "showing" });
  }

  async #serialize(): Promise<void> {
    for (const button of this.#root.querySelectorAll("button.copy")) button.remove();
    await this.#drawings.drawAll(this.#root);
    // Here a click is looked up by name; in a page of its own the browser looks.
    for (const link of this.#root.querySelectorAll('a[href^="#"]')) {
      link.setAttribute("href", `#${idPrefix}${link.getAttribute("href")?.slice(1) ?? ""}`);
    }
    markSaidAddresses(this.#root);
    const html = this.#sanitizer.serialized(this.#root.innerHTML);
    send({ kind: "serialized", html, style: `${tokens}\n${contentStyle}` });
  }

  #applySettings(settings: FrameSettings): void {
    const { theme, fontSize, isReadOnly } = settings;
    this.#settings = settings;
    document.documentElement.dataset["theme"] = theme;
    document.documentElement.style.setProperty("--font-size", `${fontSize}px`);
    for (const task of this.#root.querySelectorAll<HTMLInputElement>(`input[data-${this.#reading.mark}-task]`)) {
      task.disabled = isReadOnly;
    }
  }

  #placeOf(element: Element): { revision: number; line: number } {
    let line = 0;
    for (const piece of this.#view.pieces) {
      if (piece.element.contains(element)) break;
      line += piece.lines;
    }
    return { revision: this.#revision, line };
  }

  #followScrolling(): void {
    const byReader = (): void => {
      this.#isReaderScrolling = true;
    };
    for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      addEventListener(kind, byReader, { passive: true, capture: true });
    }
    let isAsked = false;
    addEventListener("scroll", () => {
      if (!this.#isReaderScrolling || isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        if (this.#isReaderScrolling) {
          send({ kind: "scrolled", line: lineAtTop(this.#view.pieces, this.#lineAttribute) });
        }
      });
    });
  }
}

const focusable = "a[href], button, input, [tabindex]";

interface FocusPlace {
  readonly piece: number;
  readonly index: number;
}

function focusIn(pieces: readonly Element[]): FocusPlace | null {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const piece = pieces.findIndex((each) => each.contains(focused));
  if (piece === -1) return null;
  return { piece, index: [...(pieces[piece]?.querySelectorAll(focusable) ?? [])].indexOf(focused) };
}

/** What had the focus may have been exchanged: its successor has it then. */
function restoreFocus(place: FocusPlace | null, pieces: readonly Element[]): void {
  if (place === null || document.activeElement !== document.body) return;
  const successor = pieces[place.piece]?.querySelectorAll<HTMLElement>(focusable)[place.index];
  successor?.focus({ preventScroll: true });
}

const root = document.getElementById("preview");
if (root === null) throw new Error("the frame has no place for the preview");
sanitizeAllHtml();
let frame: Frame | null = null;
/** One after the other: what is shown in slices is whole before the next. */
let done: Promise<void> = Promise.resolve();

addEventListener("message", ({ source, data }) => {
  const request = source === parent ? readFrameRequest(data) : null;
  if (request === null) return;
  if (request.kind === "begin") frame ??= new Frame(root, request);
  const current = frame;
  if (current !== null) done = done.then(() => current.receive(request));
});

addEventListener("keydown", (event) => {
  const { ctrlKey, metaKey, altKey, code } = event;
  if (!(ctrlKey || metaKey) || !altKey || code !== "KeyP") return;
  event.preventDefault();
  send({ kind: "toggle" });
});

send({ kind: "ready" });
