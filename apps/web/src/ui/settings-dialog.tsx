/** What a person can choose for this device. Every change counts at once; there is nothing to confirm. */

import { useSignal } from "@preact/signals";
import {
  faces,
  fontSizes,
  keymaps,
  languageChoices,
  preferences,
  resetPreferences,
  themes,
} from "../state/preferences.ts";
import { namings } from "../words/locales.ts";
import { formatLocale, rest, words } from "../words/words.ts";
import { Group, Radios, Select, Switch } from "./settings-fields.tsx";
import { ShellDialog } from "./shell-dialog.tsx";

export function SettingsDialog() {
  const said = useSignal("");
  const undo = useSignal<(() => void) | null>(null);
  const { settings } = rest();
  const numbers = new Intl.NumberFormat(formatLocale());

  const reset = (): void => {
    undo.value = resetPreferences();
    said.value = settings.wasReset;
  };
  const takeBack = (): void => {
    undo.peek()?.();
    undo.value = null;
    said.value = "";
  };
  return (
    <ShellDialog name="settings" label={settings.name}>
      <p>{settings.said}</p>
      <Group label={settings.look}>
        <Radios
          label={settings.theme}
          name="theme"
          preference={preferences.theme}
          choices={themes}
          wordsOf={settings.themes}
        />
        <Select
          label={settings.fontSize}
          value={String(preferences.fontSize.value)}
          choices={fontSizes.map((size) => [String(size), settings.pixels(numbers.format(size))])}
          onChoose={(size) => {
            preferences.fontSize.value = Number(size);
          }}
        />
        <Radios
          label={settings.face}
          name="face"
          preference={preferences.face}
          choices={faces}
          wordsOf={settings.faces}
        />
        <Select
          label={settings.language}
          value={preferences.language.value}
          choices={languageChoices.map((each) => [each, each === "auto" ? words().language.auto : namings[each].name])}
          onChoose={(chosen) => {
            preferences.language.value = languageChoices.find((each) => each === chosen) ?? "auto";
          }}
        />
      </Group>
      <Group label={settings.writing}>
        <Radios
          label={settings.keymap}
          name="keymap"
          preference={preferences.keymap}
          choices={keymaps}
          wordsOf={settings.keymaps}
        />
        <Switch label={settings.wrap} preference={preferences.wrap} />
        <Switch label={settings.lineNumbers} preference={preferences.lineNumbers} />
        <Switch label={settings.whitespace} preference={preferences.whitespace} />
        <Switch label={settings.spellCheck} said={settings.spellCheckSaid} preference={preferences.spellCheck} />
        <Switch label={settings.closeBrackets} preference={preferences.closeBrackets} />
        <Switch label={settings.completion} preference={preferences.completion} />
      </Group>
      <Group label={settings.announcements}>
        <Switch label={settings.announcePeople} preference={preferences.announcePeople} />
        <Switch label={settings.announceSaveState} preference={preferences.announceSaveState} />
        <Switch label={settings.announceEdits} preference={preferences.announceEdits} />
      </Group>
      <div class="settings-end">
        <button type="button" class="second" onClick={undo.value === null ? reset : takeBack}>
          {undo.value === null ? settings.reset : settings.undo}
        </button>
        <span role="status">{said}</span>
      </div>
    </ShellDialog>
  );
}
