/** The page of one document: bar, editor, status line. Puts them together; each is in a file of its own. */

import "./document-page.css";
import "./find-panel.css";
import "./first-paint.css";
import "./print.css";
import "./remote-carets.css";
import { effect, useSignal, useSignalEffect } from "@preact/signals";
import { denialOf } from "@samepage/protocol";
import { useCallback, useEffect, useErrorBoundary, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { type Editor, mountEditor } from "../editor/editor.ts";
import { keyInAddress } from "../state/credentials.ts";
import { type OpenDocument, openDocument } from "../state/open-document.ts";
import { takeOwnerKey } from "../state/owner-keys.ts";
import { followTabTitle } from "../state/tab-title.ts";
import { words } from "../words/words.ts";
import { CompanyLater } from "./company-later.tsx";
import { CrashPage } from "./crash-page.tsx";
import { documentFiles } from "./document-files.ts";
import { DoorPage } from "./door-page.tsx";
import { FaultNotice } from "./fault-notice.tsx";
import { firstWords, hasFirstText, keepFirstText } from "./first-paint.ts";
import { Mark } from "./icons.tsx";
import { Later } from "./later.tsx";
import { MoreMenu } from "./more-menu.tsx";
import { watchFaults } from "./page-faults.ts";
import { PeopleList } from "./people-list.tsx";
import { RightLine } from "./right-line.tsx";
import { SaveStateStatus } from "./save-state-status.tsx";
import { ShareDialog } from "./share-dialog.tsx";
import { Shell } from "./shell.tsx";
import { SidePanel } from "./side-panel.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TitleBox } from "./title-box.tsx";
import { Toasts } from "./toasts.tsx";

/** The colour of a hue as this page shows it: what peers with another palette are told. */
const palette = (hue: number): string => getComputedStyle(document.documentElement).getPropertyValue(`--p${hue}`);

/** The face of `--mono`, in which the text is shown. */
const textFont = '1em "JetBrains Mono Variable"';

/** The document `id`, opened anew whenever there is another key to open it with. */
export function DocumentPage({ id }: { id: string }) {
  const attempt = useSignal(0);
  const current = useRef<OpenDocument | null>(null);
  const reopen = useCallback(() => {
    // Before the next one reads it, this one notes in this device's copy what the server has of it.
    current.current?.close();
    current.current = null;
    attempt.value = attempt.peek() + 1;
  }, []);
  const opened = useMemo(() => openDocument(id, palette, reopen, firstWords()), [id, attempt.value]);
  current.current = opened;
  useEffect(() => () => current.current?.close(), []);
  useEffect(() => {
    // Somebody puts another link to this document into the same tab.
    const meetKey = (): void => {
      if (takeOwnerKey(id, location.hash)) history.replaceState(null, "", location.pathname);
      else if (keyInAddress(location.hash) === null) return;
      reopen();
    };
    window.addEventListener("hashchange", meetKey);
    return () => window.removeEventListener("hashchange", meetKey);
  }, []);
  const isFailed = useSignal(false);
  const fail = useCallback((fault: unknown) => {
    console.error(fault);
    isFailed.value = true;
  }, []);
  useErrorBoundary(fail);
  // The connection goes on: what was not sent yet is, behind what stands here.
  if (isFailed.value) return <CrashPage opened={opened} />;
  return <OpenedPage key={attempt.value} opened={opened} reopen={reopen} fail={fail} />;
}

function OpenedPage(props: { opened: OpenDocument; reopen: () => void; fail: (fault: unknown) => void }) {
  const { opened, reopen, fail } = props;
  const { connection, name } = opened;
  const place = useRef<HTMLDivElement>(null);
  const editor = useSignal<Editor | null>(null);
  const isSlow = useSignal(false);

  useLayoutEffect(() => {
    // While the text is on its way: else it would be asked for, and all laid out anew, when the text is there.
    document.fonts.load(textFont).catch(() => undefined); // Without it, the text has another face.
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      isSlow.value = true;
    }, 600);
    return () => {
      clearTimeout(timer);
      editor.value?.destroy();
    };
  }, [opened]);
  useEffect(() => followTabTitle(document, name, opened.people), [opened]);
  useEffect(() => watchFaults(() => editor.peek(), fail), [opened]);
  // Not an effect of a signal's that waits for a frame: the text is to be in the next one.
  useLayoutEffect(
    () =>
      effect(() => {
        if (!connection.isLoaded.value || place.current === null || editor.peek() !== null) return;
        editor.value = mountEditor(place.current, opened);
        if (connection.text.length === 0 && opened.mayWrite.peek()) editor.value.focus();
      }),
    [opened],
  );
  useSignalEffect(() => (editor.value === null ? undefined : documentFiles(opened, editor.value)));
  useSignalEffect(() => {
    editor.value?.setReadOnly(!opened.mayWrite.value);
  });

  const focusText = (): void => editor.peek()?.focus();
  const ending = connection.ending.value;
  const denial = ending === null ? null : denialOf(ending.code, ending.reason);
  if (denial !== null && !connection.isLoaded.value)
    return <DoorPage id={connection.documentId} denial={denial} reopen={reopen} />;
  return (
    <div class="document">
      <header class="bar">
        <h1 class="for-screen-readers">{name}</h1>
        <a class="mark" href="/" aria-label={words().app.home}>
          <Mark />
        </a>
        <TitleBox opened={opened} onDone={focusText} />
        {connection.isLoaded.value && <SaveStateStatus state={connection.saveState} />}
        <span class="grow" />
        <PeopleList people={opened.people} />
        <ShareDialog opened={opened} />
        <MoreMenu opened={opened} />
      </header>
      <div class="above-text">
        {ending === null ? (
          <FaultNotice fault={opened.fault} onDone={focusText} />
        ) : (
          <Later
            load={async () => {
              const { EndingNotice } = await import("./ending-notice.tsx");
              return <EndingNotice opened={opened} ending={ending} denial={denial} reopen={reopen} />;
            }}
          />
        )}
        <RightLine opened={opened} />
      </div>
      <main class="work">
        <div class="editor" ref={place}>
          {editor.value === null && <FirstText />}
          {!connection.isLoaded.value && isSlow.value && !hasFirstText && <p class="opening">{words().app.opening}</p>}
          {editor.value !== null && <CompanyLater opened={opened} editor={editor.value} />}
        </div>
        {editor.value !== null && <SidePanel opened={opened} editor={editor.value} />}
      </main>
      <StatusBar opened={opened} editor={editor.value} />
      <Toasts />
      <Shell opened={opened} editor={editor.value} />
    </div>
  );
}

/** The beginning of the text, as the server sent it along with the page, until it is taken away. */
function FirstText() {
  useLayoutEffect(keepFirstText, []);
  return null;
}
