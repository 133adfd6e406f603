/** Chooses the language of the text, for everybody on the page. */

import { languages, languageWithId } from "../state/language-list.ts";
import { autoLanguage } from "../state/language-names.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { rest, words } from "../words/words.ts";
import { ChoiceDialog } from "./choice-dialog.tsx";

export function LanguageDialog({ opened, onClose }: { opened: OpenDocument; onClose: () => void }) {
  const { connection, language } = opened;
  const { language: texts } = rest().editing;
  const chosen = connection.settings.value?.language ?? autoLanguage;
  const nameOf = (id: string): string => languageWithId(id)?.name || words().status.plain;
  const isAutomatic = chosen === autoLanguage;
  const choices = [
    {
      id: autoLanguage,
      label: isAutomatic ? texts.automaticNow(nameOf(language.value)) : texts.automatic,
      isChosen: isAutomatic,
    },
    ...languages.map(({ id, extensions }) => ({
      id,
      label: nameOf(id),
      alsoFoundBy: extensions,
      isChosen: id === chosen,
    })),
  ];
  return (
    <ChoiceDialog
      title={texts.choose}
      note={texts.forEverybody}
      search={{ label: texts.search, none: texts.none }}
      choices={choices}
      onChoose={(id) => {
        if (id !== chosen) void opened.changeSettings({ language: id });
      }}
      onClose={onClose}
    />
  );
}
