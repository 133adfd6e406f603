/** The line below the text: its language, where the caret is, how much there is, how it is indented, how far the server is. */

import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import type { Editor } from "../editor/editor.ts";
import { registerCommands } from "../state/commands.ts";
import { languageName } from "../state/language-names.ts";
import type { OpenDocument, TextFacts } from "../state/open-document.ts";
import { preferences } from "../state/preferences.ts";
import { formatLocale, rest, withRest, words } from "../words/words.ts";
import { PreviewToggle } from "./preview-toggle.tsx";

/** Names that are the same in every language. */
const keymapNames = { default: "", vim: "Vim", emacs: "Emacs" } as const;

interface Shown {
  readonly opened: OpenDocument;
  readonly editor: Editor | null;
}

export function StatusBar({ opened, editor }: Shown) {
  const { connection, facts, language, mayWrite } = opened;
  const { latencyMs } = connection;
  const { status } = words();
  /** What is being chosen. */
  const dialog = useSignal<ComponentChild>(null);
  const name = languageName(language.value) || (language.value === "plain" ? status.plain : language.value);
  const chooseLanguage = (): Promise<void> =>
    show(dialog, async () => {
      const { LanguageDialog } = await import("./language-dialog.tsx");
      return <LanguageDialog opened={opened} onClose={() => close(dialog)} />;
    });
  useEffect(
    () =>
      registerCommands([
        {
          id: "language",
          label: () => rest().editing.commands.language,
          section: "document",
          isAvailable: () => mayWrite.value,
          run: chooseLanguage,
        },
      ]),
    [opened],
  );
  const keys = keymapNames[preferences.keymap.value];
  return (
    <footer class="foot">
      {mayWrite.value ? (
        <button
          type="button"
          aria-label={`${status.language}: ${name}`}
          aria-haspopup="dialog"
          onClick={chooseLanguage}
        >
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      {facts.value !== null && <Facts facts={facts.value} />}
      {editor !== null && mayWrite.value && <IndentationButton editor={editor} dialog={dialog} />}
      {opened.lineEnds.value === "crlf" && <LineEndsButton opened={opened} dialog={dialog} />}
      {keys !== "" && <span class="wide">{keys}</span>}
      <span class="grow" />
      {latencyMs.value !== null && (
        <span class="wide" title={status.latency}>
          {inMilliseconds(latencyMs.value)}
        </span>
      )}
      {editor !== null && <PreviewToggle opened={opened} />}
      {dialog}
    </footer>
  );
}

function inMilliseconds(time: number): string {
  const format = new Intl.NumberFormat(formatLocale(), { style: "unit", unit: "millisecond", unitDisplay: "short" });
  return format.format(Math.max(1, Math.round(time)));
}

function Facts({ facts: { line, column, words: count, characters, selected } }: { facts: TextFacts }) {
  const { status } = words();
  const chosen = selected?.characters ?? 0;
  return (
    <>
      <span>
        {selected !== null && selected.ranges > 1 ? status.selections(selected.ranges) : status.position(line, column)}
      </span>
      {count !== null && (
        <span class="wide" title={status.characters(chosen || characters)}>
          {chosen === 0
            ? status.words(count)
            : selected?.words == null
              ? status.characters(chosen)
              : status.wordsOf(selected.words, count)}
        </span>
      )}
    </>
  );
}

function IndentationButton({ editor, dialog }: { editor: Editor; dialog: Signal<ComponentChild> }) {
  const { status } = words();
  const { isByTabs, columns } = editor.indentation.value;
  const choose = (): Promise<void> =>
    show(dialog, async () => {
      const { IndentationDialog } = await import("./indentation-dialog.tsx");
      return <IndentationDialog indentation={editor.indentation} onClose={() => close(dialog)} />;
    });
  const name = isByTabs ? status.tabs : status.spaces(columns);
  return (
    <button
      class="wide"
      type="button"
      aria-label={`${status.indentation}: ${name}`}
      aria-haspopup="dialog"
      onClick={choose}
    >
      {name}
    </button>
  );
}

function LineEndsButton({ opened, dialog }: { opened: OpenDocument; dialog: Signal<ComponentChild> }) {
  const { status } = words();
  const choose = (): Promise<void> =>
    show(dialog, async () => {
      const { LineEndsDialog } = await import("./line-ends-dialog.tsx");
      return <LineEndsDialog opened={opened} onClose={() => close(dialog)} />;
    });
  if (!opened.mayWrite.value) return <span class="wide">{status.crlf}</span>;
  return (
    <button
      class="wide"
      type="button"
      aria-label={`${status.lineEnds}: ${status.crlf}`}
      aria-haspopup="dialog"
      onClick={choose}
    >
      {status.crlf}
    </button>
  );
}

/** Shows what `load` gives in `dialog`; nothing when it cannot be loaded, as when one is offline. */
async function show(dialog: Signal<ComponentChild>, load: () => Promise<ComponentChild>): Promise<void> {
  dialog.value = await withRest(load).catch(() => null);
}

function close(dialog: Signal<ComponentChild>): void {
  dialog.value = null;
}
