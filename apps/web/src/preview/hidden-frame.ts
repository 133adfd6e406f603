/** A text rendered in a sandboxed frame that nobody sees, for what is made of the whole of it: a file, a print. */

import { rest } from "../words/words.ts";
import { createFrame, FrameLink, freshMark } from "./frame-link.ts";
import type { FrameMessage, FrameRequest } from "./messages.ts";
import { Renderer } from "./renderer.ts";
import { previewWords } from "./words.ts";

/** How long the frame and what it needs may take to come, in milliseconds, before this is given up. */
const patienceMs = 60_000;

export interface HiddenFrameOptions {
  /** BCP 47, for `<html lang>`; "" for none. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** Whether it may open the browser's dialog for printing. */
  readonly mayPrint?: boolean;
}

/** The frame, with all of the text shown. */
export interface HiddenFrame {
  send(request: FrameRequest): void;
  /** The next message of this kind; `forMs`: how long to wait for it. */
  take<Kind extends FrameMessage["kind"]>(kind: Kind, forMs?: number): Promise<Extract<FrameMessage, { kind: Kind }>>;
}

/**
 * What `use` makes of the frame that shows `text` in light colours; the frame goes when it has. Needs a document with a
 * body, and the words of what is loaded on demand (`withRest`).
 * @throws Error when it could not be rendered, as without a network
 */
export async function inHiddenFrame<Made>(
  text: string,
  { locale, direction, mayPrint = false }: HiddenFrameOptions,
  use: (frame: HiddenFrame) => Promise<Made>,
): Promise<Made> {
  const mark = freshMark();
  const words = previewWords();
  const frame = createFrame(rest().preview.name, mayPrint);
  // Diagrams are measured when they are drawn: it must be laid out, where nobody sees or reaches it.
  const outOfSight = { position: "fixed", insetInlineStart: "-10000px", width: "800px", height: "600px" };
  Object.assign(frame.style, outOfSight, { visibility: "hidden" });
  frame.setAttribute("aria-hidden", "true");
  frame.setAttribute("tabindex", "-1");
  let onNews: () => void = () => undefined;
  const renderer = new Renderer({ mark: null, words, text, onNews: () => onNews() });
  const messages = new MessageQueue();
  const link = new FrameLink(
    frame,
    (message) => messages.put(message),
    () => frame.remove(),
  );
  try {
    document.body.append(frame);
    await messages.take("ready");
    const settings = { theme: "light", fontSize: 14.5, isReadOnly: true } as const;
    link.send({ kind: "begin", mark, words, settings, locale, direction });
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
    return await use({ send: (request) => link.send(request), take: (kind, forMs) => messages.take(kind, forMs) });
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

  async take<Kind extends FrameMessage["kind"]>(
    kind: Kind,
    forMs = patienceMs,
  ): Promise<Extract<FrameMessage, { kind: Kind }>> {
    const isWanted = (message: FrameMessage): message is Extract<FrameMessage, { kind: Kind }> => message.kind === kind;
    const deadline = performance.now() + forMs;
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
