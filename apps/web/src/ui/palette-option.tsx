/** One line of the palette: what it does, whether it is on, its key. */

import { rest } from "../words/words.ts";
import { keyInWords } from "./key-words.ts";
import type { PaletteEntry } from "./palette-entries.ts";

export function PaletteOption(props: {
  id: string;
  entry: PaletteEntry;
  isActive: boolean;
  onPoint: () => void;
  onRun: () => void;
}) {
  const { id, entry, isActive, onPoint, onRun } = props;
  const { command, label, group } = entry;
  const { palette, commands } = rest();
  const isOn = command.isOn?.();
  return (
    // The focus stays in the box, which takes the keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      class="palette-option"
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={() => {
        if (!isActive) onPoint();
      }}
      onClick={onRun}
      onKeyDown={(event) => {
        if (event.key === "Enter") onRun();
      }}
    >
      <span class="palette-label">{label}</span>
      {isOn !== undefined && <span class={isOn ? "palette-on" : "palette-off"}>{isOn ? palette.on : palette.off}</span>}
      {group === "found" && <span class="palette-section">{commands.sections[command.section]}</span>}
      {command.key !== undefined && <kbd>{keyInWords(command.key, commands.modifiers)}</kbd>}
    </div>
  );
}
