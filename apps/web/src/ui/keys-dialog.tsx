/** All keys, by section, as they are registered. */

import { type Command, commandSections, commands } from "../state/commands.ts";
import { rest } from "../words/words.ts";
import { keyInWords } from "./key-words.ts";
import { ShellDialog } from "./shell-dialog.tsx";

const hasKey = (command: Command): command is Command & { readonly key: string } => command.key !== undefined;

export function KeysDialog() {
  const words = rest();
  const { sections, modifiers } = words.commands;
  const withKeys = commands.value.filter(hasKey);
  const shown = commandSections.filter((section) => withKeys.some((command) => command.section === section));
  return (
    <ShellDialog name="keys" label={words.keys.name}>
      <p>{words.keys.said}</p>
      <div class="key-sections">
        {shown.map((section) => (
          <section key={section} aria-labelledby={`keys-${section}`}>
            <h3 id={`keys-${section}`}>{sections[section]}</h3>
            <dl>
              {withKeys
                .filter((command) => command.section === section)
                .map(({ id, label, key }) => (
                  <div key={id}>
                    <dt>{label()}</dt>
                    <dd>
                      <kbd>{keyInWords(key, modifiers)}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </ShellDialog>
  );
}
