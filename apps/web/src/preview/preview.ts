/**
 * The preview of an editor's text in a frame: follows what is written, as fast as it can be shown and no faster, and
 * brings what the reader does there back to the text. Knows no panel.
 */

import { Compartment, StateEffect } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { type FrameLink, freshMark } from "./frame-link.ts";
import type { Edit, FrameMessage, FrameRequest, FrameSettings } from "./messages.ts";
import { Renderer } from "./renderer.ts";
import { lineAtTop, scrollToLine } from "./scroll-place.ts";
import { ShownText } from "./shown-text.ts";
import { Silence } from "./silence.ts";
import { previewWords } from "./words.ts";

export interface PreviewOptions {
  readonly view: EditorView;
  readonly link: FrameLink;
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  settings(): FrameSettings;
  /** It could not be made; nothing more comes. */
  onFault(reason: string): void;
  /** Its frame shows nothing any more and says nothing; nothing more comes. */
  onSilence(): void;
  onToggle(): void;
}

/** Where the editor tells what is written; it holds the listener of the preview that is open. */
const listener = new Compartment();

/** Does what is to be done for what is written from now on; null: nothing. */
function listen(view: EditorView, onUpdate: ((update: ViewUpdate) => void) | null): void {
  const extension = onUpdate === null ? [] : EditorView.updateListener.of(onUpdate);
  const isThere = listener.get(view.state) !== undefined;
  view.dispatch({
    effects: isThere ? listener.reconfigure(extension) : StateEffect.appendConfig.of(listener.of(extension)),
  });
}

/** How long the frame's page may take to come, in milliseconds: without a network it never does. */
const patienceMs = 20_000;

/** What one does on the page, and not in the frame. */
const inputs = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

export class Preview {
  readonly #options: PreviewOptions;
  readonly #mark = freshMark();
  readonly #renderer: Renderer;
  readonly #shown = new ShownText();
  #revision = 0;
  #state: "waits for the frame" | "idle" | "shows" | "stopped" = "waits for the frame";
  readonly #patience: ReturnType<typeof setTimeout>;
  readonly #silence: Silence;
  #isBehind = true;
  /** Whose scrolling the other follows: that of where one did something last. */
  #leader: "text" | "preview" = "text";

  constructor(options: PreviewOptions) {
    const { view } = options;
    this.#options = options;
    const onNews = (): void => this.#showSoon();
    this.#renderer = new Renderer({ mark: this.#mark, words: previewWords(), text: view.state.sliceDoc(), onNews });
    this.#silence = new Silence(() => {
      this.stop();
      options.onSilence();
    });
    this.#patience = setTimeout(() => this.fail("the frame did not come"), patienceMs);
    listen(view, (update) => this.#follow(update));
    for (const input of inputs) addEventListener(input, this.#lead, { passive: true, capture: true });
    view.scrollDOM.addEventListener("scroll", this.#scrollFrame);
  }

  applySettings(): void {
    if (this.#state !== "waits for the frame") this.#send({ kind: "settings", settings: this.#options.settings() });
  }

  receive(message: FrameMessage): void {
    switch (message.kind) {
      case "ready":
        this.#begin();
        return;
      case "showing":
        this.#silence.heard();
        return;
      case "shown":
        this.#silence.end();
        this.#shown.forgetBefore(message.revision);
        if (message.revision === 1) this.#scrollFrame();
        if (this.#state === "shows") this.#state = "idle";
        if (this.#isBehind) this.#showSoon();
        return;
      case "scrolled":
        this.#leader = "preview";
        scrollToLine(this.#options.view, message.line);
        return;
      case "tick":
        this.#tick(message.revision, message.line);
        return;
      case "open":
        open(message.url, "_blank", "noopener,noreferrer");
        return;
      case "copy":
        // Only while somebody is doing something: a frame alone must not reach for the clipboard.
        if (navigator.userActivation?.isActive !== false) void navigator.clipboard.writeText(message.text);
        return;
      case "toggle":
        this.#options.onToggle();
        return;
      case "serialized":
    }
  }

  stop(): void {
    if (this.#state === "stopped") return;
    this.#state = "stopped";
    clearTimeout(this.#patience);
    this.#silence.end();
    this.#renderer.stop();
    for (const input of inputs) removeEventListener(input, this.#lead, { capture: true });
    this.#options.view.scrollDOM.removeEventListener("scroll", this.#scrollFrame);
    listen(this.#options.view, null);
  }

  #begin(): void {
    if (this.#state !== "waits for the frame") return;
    this.#state = "idle";
    clearTimeout(this.#patience);
    const { locale, direction } = this.#options;
    const settings = this.#options.settings();
    this.#send({ kind: "begin", mark: this.#mark, words: previewWords(), settings, locale, direction });
    this.#showSoon();
  }

  #send(request: FrameRequest): void {
    this.#options.link.send(request);
  }

  #follow({ docChanged, changes }: ViewUpdate): void {
    if (!docChanged) return;
    const edits: Edit[] = [];
    changes.iterChanges((from, to, _fromNow, _toNow, insert) => edits.push({ from, to, insert: insert.toString() }));
    this.#renderer.edit(edits);
    this.#shown.follow(changes);
    this.#showSoon();
  }

  /** Shows what there is, once what was sent before is shown: who types faster than that sees the newest. */
  #showSoon(): void {
    this.#isBehind = true;
    if (this.#state === "idle") void this.#show();
  }

  async #show(): Promise<void> {
    this.#state = "shows";
    this.#isBehind = false;
    this.#revision += 1;
    const revision = this.#revision;
    this.#shown.add(revision, this.#options.view.state.doc);
    try {
      const { changes } = await this.#renderer.render();
      this.#silence.begin();
      this.#send({ kind: "show", revision, changes });
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** Ends it for `reason`: nothing more comes. */
  fail(reason: string): void {
    if (this.#state === "stopped") return;
    this.stop();
    this.#options.onFault(reason);
  }

  #tick(revision: number, line: number): void {
    const { view } = this.#options;
    if (this.#options.settings().isReadOnly) return;
    const box = this.#shown.taskBox(revision, line, view.state.doc);
    if (box === null) return;
    const insert = box.isDone ? " " : "x";
    view.dispatch({ changes: { from: box.at, to: box.at + 1, insert }, userEvent: "input.task" });
  }

  readonly #lead = (): void => {
    this.#leader = "text";
  };

  readonly #scrollFrame = (): void => {
    if (this.#leader !== "text" || this.#state === "waits for the frame") return;
    this.#send({ kind: "scroll", line: lineAtTop(this.#options.view) });
  };
}
