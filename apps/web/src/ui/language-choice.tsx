/** The language of the interface, to choose: each named by itself, so that it is found in any other. */

import { languageChoices, preferences } from "../state/preferences.ts";
import { namings } from "../words/locales.ts";
import { words } from "../words/words.ts";

export function LanguageChoice() {
  const { language } = words();
  const { value } = preferences.language;
  return (
    <label class="language">
      <span>{language.name}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          preferences.language.value = languageChoices.find((each) => each === currentTarget.value) ?? "auto";
        }}
      >
        {languageChoices.map((each) =>
          each === "auto" ? (
            <option key={each} value={each}>
              {language.auto}
            </option>
          ) : (
            <option key={each} value={each} lang={each}>
              {namings[each].name}
            </option>
          ),
        )}
      </select>
    </label>
  );
}
