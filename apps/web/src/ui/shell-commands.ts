/** What one can do with the page itself: the commands of the shell that have no key. */

import type { Command } from "../state/commands.ts";
import { sharedAddress } from "../state/credentials.ts";
import { askedOfShare, openDialog } from "../state/dialogs.ts";
import type { OpenDocument } from "../state/open-document.ts";
import { fontSizes, preferences, themes } from "../state/preferences.ts";
import { toast } from "../state/toasts.ts";
import { rest, words } from "../words/words.ts";
import { startDocument } from "./new-document.ts";

async function startNew(): Promise<void> {
  const fault = await startDocument();
  if (fault !== "") toast(fault);
}

async function copyLink(id: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(sharedAddress(id));
    toast(rest().commands.linkCopied);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // The browser does not allow it: there the address can be copied by hand.
    askedOfShare.value = "all";
  }
}

/** The next size of the text; undefined where there is none. */
function sizeBeside(step: 1 | -1): number | undefined {
  const sizes: readonly number[] = fontSizes;
  return sizes[sizes.indexOf(preferences.fontSize.value) + step];
}

function changeSize(step: 1 | -1): void {
  preferences.fontSize.value = sizeBeside(step) ?? preferences.fontSize.peek();
}

/** For the page of `opened`. */
export function shellCommands(opened: OpenDocument): readonly Command[] {
  const { documentId, role } = opened.connection;
  return [
    { id: "new-document", label: () => words().more.newDocument, section: "document", run: startNew },
    { id: "copy-link", label: () => rest().commands.copyLink, section: "people", run: () => copyLink(documentId) },
    {
      id: "share",
      label: () => rest().commands.share,
      section: "people",
      run: () => {
        askedOfShare.value = "all";
      },
    },
    ...themes.map(
      (theme): Command => ({
        id: `theme-${theme}`,
        label: () => rest().commands.themes[theme],
        section: "view",
        isOn: () => preferences.theme.value === theme,
        run: () => {
          preferences.theme.value = theme;
        },
      }),
    ),
    {
      id: "larger-text",
      label: () => rest().commands.largerText,
      section: "view",
      isAvailable: () => sizeBeside(1) !== undefined,
      run: () => changeSize(1),
    },
    {
      id: "smaller-text",
      label: () => rest().commands.smallerText,
      section: "view",
      isAvailable: () => sizeBeside(-1) !== undefined,
      run: () => changeSize(-1),
    },
    {
      id: "about",
      label: () => rest().commands.about,
      section: "document",
      run: () => {
        openDialog.value = "about";
      },
    },
    { id: "home", label: () => rest().commands.home, section: "go", run: () => location.assign("/") },
    {
      id: "delete-document",
      label: () => rest().commands.deleteDocument,
      section: "document",
      isAvailable: () => role.value?.role === "owner",
      run: () => {
        askedOfShare.value = "delete";
      },
    },
  ];
}
