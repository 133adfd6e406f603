/** The page of one document: bar, editor, status line. Puts them together; each is in a file of its own. */

import "./document-page.css";
import "./remote-carets.css";
import { effect, useSignal, useSignalEffect } from "@preact/signals";
import { closeCodes } from "@samepage/protocol";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { type Editor, mountEditor } from "../editor/editor.ts";
import { openDocument } from "../state/open-document.ts";
import { takeOwnerKey } from "../state/owner-keys.ts";
import { EndingNotice } from "./ending-notice.tsx";
import { FaultNotice } from "./fault-notice.tsx";
import { Mark } from "./icons.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PeopleList } from "./people-list.tsx";
import { SaveStateStatus } from "./save-state-status.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TitleBox } from "./title-box.tsx";

/** The colour of a hue as this page shows it: what peers with another palette are told. */
const palette = (hue: number): string => getComputedStyle(document.documentElement).getPropertyValue(`--p${hue}`);

/** The face of `--mono`, in which the text is shown. */
const textFont = '1em "JetBrains Mono Variable"';

export function DocumentPage({ id }: { id: string }) {
  const opened = useMemo(() => openDocument(id, palette), [id]);
  const { connection, name } = opened;
  const place = useRef<HTMLDivElement>(null);
  const editor = useSignal<Editor | null>(null);
  const isSlow = useSignal(false);

  useLayoutEffect(() => {
    // While the text is on its way: else it would be asked for, and all laid out anew, when the text is there.
    document.fonts.load(textFont).catch(() => undefined); // Without it, the text has another face.
  }, []);
  useEffect(() => {
    if (takeOwnerKey(id, location.hash)) history.replaceState(null, "", location.pathname);
    const timer = setTimeout(() => {
      isSlow.value = true;
    }, 600);
    return () => {
      clearTimeout(timer);
      editor.value?.destroy();
      opened.close();
    };
  }, [opened]);
  useSignalEffect(() => {
    document.title = `${name.value} · Samepage`;
  });
  // Not an effect of a signal's that waits for a frame: the text is to be in the next one.
  useLayoutEffect(
    () =>
      effect(() => {
        if (!connection.isLoaded.value || place.current === null || editor.peek() !== null) return;
        editor.value = mountEditor(place.current, opened);
        if (connection.text.length === 0) editor.value.focus();
      }),
    [opened],
  );
  useSignalEffect(() => {
    void editor.value?.setLanguage(connection.settings.value?.language ?? "markdown");
  });
  useSignalEffect(() => {
    editor.value?.setReadOnly(connection.ending.value !== null);
  });

  const focusText = (): void => editor.peek()?.focus();
  const ending = connection.ending.value;
  if (ending?.code === closeCodes.noSuchDocument && !connection.isLoaded.value) return <NotFoundPage what="document" />;
  return (
    <div class="document">
      <header class="bar">
        <a class="mark" href="/" aria-label="Home">
          <Mark />
        </a>
        <TitleBox opened={opened} onDone={focusText} />
        <SaveStateStatus state={connection.saveState} />
        <span class="grow" />
        <PeopleList people={opened.people} onFollow={(clients) => editor.peek()?.follow(clients)} />
        <ShareDialog />
        <MoreMenu opened={opened} />
      </header>
      {ending === null ? (
        <FaultNotice fault={opened.fault} onDone={focusText} />
      ) : (
        <EndingNotice opened={opened} ending={ending} />
      )}
      <main class="editor" ref={place}>
        {!connection.isLoaded.value && isSlow.value && <p class="opening">Opening…</p>}
      </main>
      <StatusBar opened={opened} />
    </div>
  );
}
