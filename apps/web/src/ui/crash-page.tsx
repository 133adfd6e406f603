/** What stands here when the page itself has failed: the text, to copy and to download, and where it is kept. */

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { OpenDocument } from "../state/open-document.ts";
import { words } from "../words/words.ts";
import { downloadText } from "./download-text.ts";
import { SaveStateStatus } from "./save-state-status.tsx";

/** It shows no more than it must: what failed may be anything else. `opened`: null when there was no document yet. */
export function CrashPage({ opened }: { opened: OpenDocument | null }) {
  const said = useSignal("");
  const box = useRef<HTMLTextAreaElement>(null);
  const { crash, app, more, text } = words();
  const copy = async (): Promise<void> => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(box.current?.value ?? "");
      said.value = crash.copied;
    } catch (error) {
      console.warn(error);
      said.value = crash.notCopied;
    }
  };
  const hasText = opened?.connection.isLoaded.value === true;
  return (
    <main class="crash">
      <h1>{crash.heading}</h1>
      {hasText ? (
        <>
          <p>{crash.kept[opened.connection.saveState.value.kind]}</p>
          <p>{crash.said}</p>
          <SaveStateStatus state={opened.connection.saveState} />
          <textarea ref={box} readOnly aria-label={text.name} dir="auto" value={opened.connection.text.toString()} />
        </>
      ) : (
        <p>{crash.noText}</p>
      )}
      <div class="ways">
        <button type="button" class="primary" onClick={() => location.reload()}>
          {app.reload}
        </button>
        {hasText && (
          <>
            <button type="button" class="second" onClick={copy}>
              {crash.copy}
            </button>
            <button type="button" class="second" onClick={() => downloadText(opened)}>
              {more.download}
            </button>
          </>
        )}
      </div>
      <p role="status">{said}</p>
    </main>
  );
}
