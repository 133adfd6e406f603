/**
 * A Markdown text as HTML that stands by itself: sanitised, coloured, formulas as MathML, diagrams as SVG, styles within.
 * Loaded on demand. It is made where the preview is, in a sandboxed frame that nobody sees.
 */

import { rest } from "../words/words.ts";
import { createFrame, FrameLink, freshMark } from "./frame-link.ts";
import type { FrameMessage } from "./messages.ts";
import { Renderer } from "./renderer.ts";
import { previewWords } from "./words.ts";

export interface StandaloneOptions {
  /** The document's name, for the page's title. */
  readonly title: string;
  /** `page`, the default: a whole HTML file. `fragment`: its content alone, without styles, for the clipboard. */
  readonly shape?: "page" | "fragment";
  /** BCP 47, for `<html lang>`; without it, none. */
  readonly locale?: string;
}

/** How long the frame and what it needs may take to come, in milliseconds, before this is given up. */
const patienceMs = 60_000;

/**
 * Renders `text`. The string is sanitised and safe wherever HTML is read. Needs a document with a body, and the words of
 * what is loaded on demand (`withRest`).
 * @throws Error when it could not be rendered, as without a network
 */
export async function renderStandalone(text: string, options: StandaloneOptions): Promise<string> {
  const mark = freshMark();
  const words = previewWords();
  const frame = createFrame(rest().preview.name);
  // Diagrams are measured when they are drawn: it must be laid out, where nobody sees or reaches it.
  const outOfSight = { position: "fixed", insetInlineStart: "-10000px", width: "800px", height: "600px" };
  Object.assign(frame.style, outOfSight, { visibility: "hidden" });
  frame.setAttribute("aria-hidden", "true");
  frame.setAttribute("tabindex", "-1");
  let onNews: () => void = () => undefined;
  const renderer = new Renderer({ mark: null, words, text, onNews: () => onNews() });
  const messages = new MessageQueue();
  const link = new FrameLink(frame, (message) => messages.put(message));
  try {
    document.body.append(frame);
    await messages.take("ready");
    const settings = { theme: "light", fontSize: 14.5, isReadOnly: true } as const;
    link.send({ kind: "begin", mark, words, settings, locale: options.locale ?? "", direction: "ltr" });
    for (let revision = 1; ; revision += 1) {
      const news = new Promise<void>((resolve) => {
        onNews = resolve;
      });
      const { changes, isComplete } = await renderer.render();
      link.send({ kind: "show", revision, changes });
      await messages.take("shown");
      if (isComplete) break;
      await news;
    }
    link.send({ kind: "serialize" });
    const { html, style } = await messages.take("serialized");
    return options.shape === "fragment" ? html : pageOf(html, style, options);
  } finally {
    renderer.stop();
    link.stop();
    frame.remove();
  }
}

/** What the frame said, kept until it is asked for. */
class MessageQueue {
  readonly #messages: FrameMessage[] = [];
  #onPut: () => void = () => undefined;

  put(message: FrameMessage): void {
    this.#messages.push(message);
    this.#onPut();
  }

  async take<Kind extends FrameMessage["kind"]>(kind: Kind): Promise<Extract<FrameMessage, { kind: Kind }>> {
    const isWanted = (message: FrameMessage): message is Extract<FrameMessage, { kind: Kind }> => message.kind === kind;
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const found = this.#messages.find(isWanted);
      if (found !== undefined) {
        this.#messages.splice(this.#messages.indexOf(found), 1);
        return found;
      }
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) throw new Error("the preview did not answer");
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        this.#onPut = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (char) => escapes[char] ?? char);
}

/** What the file may do where it is opened: show itself, and pictures. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:";

function pageOf(html: string, style: string, { title, locale }: StandaloneOptions): string {
  const language = locale === undefined ? "" : ` lang="${escapeHtml(locale)}"`;
  return `<!doctype html>
<html${language} data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${style.replaceAll("</", "<\\/")}
</style>
</head>
<body>
<main id="preview">
${html}
</main>
</body>
</html>
`;
}
