/** One document of the list: opened by a press, pinned, renamed where it stands, taken off the list. */

import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { ago } from "../state/ago.ts";
import { changeRecent, listedTitle, type RecentDocument } from "../state/recent-documents.ts";
import { toast } from "../state/toasts.ts";
import { formatLocale, words } from "../words/words.ts";
import { CloseIcon, PencilIcon, PinIcon } from "./icons.tsx";

/** `onForget` takes it off the list. */
export function RecentRow({ document: shown, onForget }: { document: RecentDocument; onForget: () => void }) {
  const isRenaming = useSignal(false);
  const rename = useRef<HTMLButtonElement>(null);
  const { home } = words();
  const { id, excerpt, openedAt, company = [], isPinned = false } = shown;
  const title = listedTitle(shown);

  const renamed = async (wanted: string): Promise<void> => {
    isRenaming.value = false;
    rename.current?.focus();
    if (wanted === "" || wanted === title) return;
    const { renameRecent } = await import("../state/rename-recent.ts");
    const renaming = await renameRecent(id, wanted);
    if (renaming.kind === "here") toast(home.renamedHere);
    if (renaming.kind === "not") toast(renaming.message);
  };
  return (
    <li>
      {isRenaming.value ? (
        <RenameBox title={title} onDone={renamed} />
      ) : (
        <a href={`/d/${id}`} dir="auto">
          {isPinned && <PinIcon />}
          {title}
        </a>
      )}
      <small dir="auto">{excerpt || "\u00a0"}</small>
      <span class="company" aria-hidden="true">
        {[...new Set(company)].map((hue) => (
          <i key={hue} class={`hue-${hue}`} />
        ))}
      </span>
      <span class="when">{ago(openedAt, Date.now(), formatLocale())}</span>
      <div class="actions">
        <button
          type="button"
          class="pin"
          title={isPinned ? home.unpin : home.pin}
          aria-label={home.pinOne(title)}
          aria-pressed={isPinned}
          onClick={() => changeRecent(id, { isPinned: !isPinned })}
        >
          <PinIcon />
        </button>
        <button
          ref={rename}
          type="button"
          title={home.rename}
          aria-label={home.renameOne(title)}
          onClick={() => {
            isRenaming.value = true;
          }}
        >
          <PencilIcon />
        </button>
        <button type="button" title={home.forget} aria-label={home.forgetOne(title)} onClick={onForget}>
          <CloseIcon />
        </button>
      </div>
    </li>
  );
}

/** `onDone` is given what was typed, or the title as it was. Enter and leaving the box keep it, Escape takes it back. */
function RenameBox({ title, onDone }: { title: string; onDone: (wanted: string) => void }) {
  const box = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const finish = (wanted: string): void => {
    // Taking the box away takes the focus from it, too.
    if (isDone.current) return;
    isDone.current = true;
    onDone(wanted.trim());
  };
  return (
    <input
      ref={box}
      class="rename"
      dir="auto"
      aria-label={words().home.titleOf(title)}
      defaultValue={title}
      maxLength={200}
      autocomplete="off"
      onBlur={({ currentTarget }) => finish(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        // The key would else press the button that the focus goes back to.
        event.preventDefault();
        finish(event.key === "Enter" ? event.currentTarget.value : title);
      }}
    />
  );
}
