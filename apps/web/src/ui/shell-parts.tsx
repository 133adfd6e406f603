/** What of the shell is loaded on demand, in one piece: it is small, and is there at once when one part of it was asked for. */

import "./shell.css";
import { useEffect } from "preact/hooks";
import type { Editor } from "../editor/editor.ts";
import { registerCommands } from "../state/commands.ts";
import { openDialog, type ShellDialog } from "../state/dialogs.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { AboutDialog } from "./about-dialog.tsx";
import { Hints } from "./hints.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { Palette } from "./palette.tsx";
import { PartBoundary } from "./part-boundary.tsx";
import { SettingsDialog } from "./settings-dialog.tsx";
import { shellCommands } from "./shell-commands.ts";

export { MoreItems } from "./more-items.tsx";

const dialogs = {
  palette: Palette,
  keys: KeysDialog,
  settings: SettingsDialog,
  about: AboutDialog,
} as const satisfies Record<ShellDialog, unknown>;

function closeDialog(): void {
  openDialog.value = null;
}

/** The dialog that is open, the hints, and the commands that have no key. */
export function ShellParts({ opened, editor }: { opened: OpenDocument; editor: Editor | null }) {
  useEffect(() => registerCommands(shellCommands(opened), 0), [opened]);
  const { value } = openDialog;
  const Dialog = value === null ? null : dialogs[value];
  return (
    <>
      <PartBoundary key={value} onFault={closeDialog}>
        {Dialog !== null && <Dialog opened={opened} focusText={() => editor?.focus()} />}
      </PartBoundary>
      <Hints opened={opened} />
    </>
  );
}
