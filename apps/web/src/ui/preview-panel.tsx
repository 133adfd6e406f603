/** The preview beside the text, or in its place where there is no room for both. What it shows is a frame's matter. */

import "./preview-panel.css";
import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { createFrame, FrameLink } from "../preview/frame-link.ts";
import type { FrameSettings } from "../preview/messages.ts";
import { Preview } from "../preview/preview.ts";
import { isPreviewAlone, togglePanel } from "../state/panels.ts";
import { preferences } from "../state/preferences.ts";
import { toast } from "../state/toasts.ts";
import { locale, rest } from "../words/words.ts";
import { CloseIcon } from "./icons.tsx";
import { PanelDivider } from "./panel-divider.tsx";
import { AloneIcon, BesideIcon } from "./preview-icons.tsx";
import type { PanelProps } from "./side-panel.tsx";

const dark = matchMedia("(prefers-color-scheme: dark)");

export function PreviewPanel({ opened, editor }: PanelProps) {
  const words = rest().preview;
  const place = useRef<HTMLElement>(null);
  const isAlone = isPreviewAlone.value;
  const isMarkdown = useComputed(() => opened.language.value === "markdown");
  useEffect(() => {
    document.documentElement.toggleAttribute("data-preview-alone", isAlone);
    return () => document.documentElement.removeAttribute("data-preview-alone");
  }, [isAlone]);
  return (
    <section class="side preview-panel" aria-label={words.name} ref={place}>
      <PanelDivider panel={place} name={words.divider} />
      <div class="preview-tools">
        <button
          type="button"
          class="icon wide-only"
          aria-label={isAlone ? words.beside : words.alone}
          title={isAlone ? words.beside : words.alone}
          onClick={() => {
            isPreviewAlone.value = !isAlone;
          }}
        >
          {isAlone ? <BesideIcon /> : <AloneIcon />}
        </button>
        <button
          type="button"
          class="icon"
          aria-label={words.close}
          title={words.close}
          onClick={() => {
            togglePanel(null);
            editor.focus();
          }}
        >
          <CloseIcon />
        </button>
      </div>
      {isMarkdown.value ? (
        <FramedPreview opened={opened} editor={editor} />
      ) : (
        <p class="preview-notice">{words.onlyMarkdown}</p>
      )}
    </section>
  );
}

/** How often a preview that stands still is begun anew by itself. */
const begunAnewOnceInMs = 10 * 60_000;

function FramedPreview({ opened, editor }: PanelProps) {
  const words = rest().preview;
  const attempt = useSignal(0);
  const fault = useSignal<string | null>(null);
  const begunAnewAt = useRef(Number.NEGATIVE_INFINITY);
  if (fault.value !== null) {
    return (
      <div class="preview-notice" role="alert">
        <p>{words.failed}</p>
        <button
          type="button"
          class="second"
          onClick={() => {
            fault.value = null;
            attempt.value += 1;
          }}
        >
          {words.tryAgain}
        </button>
      </div>
    );
  }
  const onFault = (reason: string): void => {
    console.warn("no preview:", reason);
    fault.value = reason;
  };
  /** Begins anew by itself, but not again and again: a text can be such that every frame stands still. */
  const onSilence = (): void => {
    const now = performance.now();
    if (now - begunAnewAt.current < begunAnewOnceInMs) {
      onFault("the frame does not answer");
      return;
    }
    begunAnewAt.current = now;
    attempt.value += 1;
    toast(words.begunAnew);
  };
  // In another language all of its words are others.
  const key = `${attempt.value} ${locale()}`;
  return <Frame key={key} opened={opened} editor={editor} onFault={onFault} onSilence={onSilence} />;
}

function Frame({
  opened,
  editor,
  onFault,
  onSilence,
}: PanelProps & { onFault: (reason: string) => void; onSilence: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const preview = useRef<Preview | null>(null);
  const isSystemDark = useSignal(dark.matches);
  const settings = useComputed((): FrameSettings => {
    const { value: theme } = preferences.theme;
    return {
      theme: theme === "system" ? (isSystemDark.value ? "dark" : "light") : theme,
      fontSize: preferences.fontSize.value,
      isReadOnly: !opened.mayWrite.value,
    };
  });
  useLayoutEffect(() => {
    const frame = createFrame(rest().preview.name);
    const link = new FrameLink(
      frame,
      (message) => current.receive(message),
      () => current.fail("the frame says too much"),
    );
    const current = new Preview({
      view: editor.view,
      link,
      locale: locale(),
      direction: document.documentElement.dir === "rtl" ? "rtl" : "ltr",
      settings: () => settings.peek(),
      onFault,
      onSilence,
      onToggle: () => {
        togglePanel("preview");
        editor.focus();
      },
    });
    preview.current = current;
    place.current?.append(frame);
    const followSystem = (): void => {
      isSystemDark.value = dark.matches;
    };
    dark.addEventListener("change", followSystem);
    return () => {
      dark.removeEventListener("change", followSystem);
      current.stop();
      link.stop();
      frame.remove();
    };
  }, [editor]);
  useSignalEffect(() => {
    void settings.value;
    preview.current?.applySettings();
  });
  return <div class="preview-frame" ref={place} />;
}
