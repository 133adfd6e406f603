/** What the palette lists: the commands that can be done now, and the documents opened here, by group and in order. */

import { type Command, type CommandSection, commandSections, commands } from "../state/commands.ts";
import { findIn, usedLast } from "../state/palette-search.ts";
import { listedTitle, recentDocuments } from "../state/recent-documents.ts";
import { formatLocale, rest } from "../words/words.ts";

export interface PaletteEntry {
  readonly command: Command;
  readonly label: string;
  readonly group: "used" | "documents" | "found" | CommandSection;
  /** Whether it comes first another time, when it was used. */
  readonly isRemembered: boolean;
}

/** So many documents are listed before anything is typed. */
const documentsAtFirst = 5;

/** The palette is not among what it lists. */
const isListed = ({ id, isAvailable }: Command): boolean => id !== "palette" && isAvailable?.() !== false;

function documentCommands(documentId: string): readonly Command[] {
  const { palette } = rest();
  return recentDocuments()
    .filter(({ id }) => id !== documentId)
    .map((document) => ({ id: document.id, title: listedTitle(document) }))
    .map(({ id, title }) => ({
      id: `go-to-${id}`,
      label: () => palette.goTo(title || palette.untitled),
      section: "go",
      run: () => location.assign(`/d/${id}`),
    }));
}

/** What fits `query`, best first; all, by section, when it is empty. `documentId` is the document one is in. */
export function entriesOf(query: string, documentId: string): readonly PaletteEntry[] {
  const possible = commands.value.filter(isListed);
  const documents = documentCommands(documentId);
  const entry = (command: Command, group: PaletteEntry["group"], isRemembered = true): PaletteEntry => ({
    command,
    label: command.label(),
    group,
    isRemembered,
  });
  if (query.trim() !== "") {
    const { sections } = rest().commands;
    const collator = new Intl.Collator(formatLocale());
    const entries = [
      ...possible.map((command) => entry(command, "found")),
      ...documents.map((command) => entry(command, "found", false)),
    ].sort(
      (one, other) => Number(other.isRemembered) - Number(one.isRemembered) || collator.compare(one.label, other.label),
    );
    const findable = entries.map((each) => {
      const { id, section } = each.command;
      return { id, label: each.label, alsoKnownAs: `${id.replaceAll("-", " ")} ${sections[section]}`, entry: each };
    });
    return findIn(findable, query).map((found) => found.entry);
  }
  const used = usedLast().flatMap((id) => possible.find((command) => command.id === id) ?? []);
  return [
    ...used.map((command) => entry(command, "used")),
    ...commandSections.flatMap((section) =>
      possible.filter((command) => command.section === section).map((command) => entry(command, section)),
    ),
    ...documents.slice(0, documentsAtFirst).map((command) => entry(command, "documents", false)),
  ];
}
