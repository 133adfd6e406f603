/** The others, as far as they are not in the text itself: where they are, whom one follows, who comes and goes. */

import "./company.css";
import { useEffect, useMemo } from "preact/hooks";
import type { Caret } from "../editor/caret-positions.ts";
import { keepCompany } from "../editor/company.ts";
import type { Editor } from "../editor/editor.ts";
import { registerCommands } from "../state/commands.ts";
import { peopleSheet } from "../state/following.ts";
import type { OpenDocument } from "../state/open-document.ts";
import type { Person } from "../state/people.ts";
import { peopleCommands } from "../state/people-commands.ts";
import { toast } from "../state/toasts.ts";
import { rest } from "../words/words.ts";
import { Announcer } from "./announcer.tsx";
import { EdgeChips } from "./edge-chips.tsx";
import { Everybody } from "./everybody.tsx";
import { FollowingBar } from "./following-bar.tsx";
import { OverviewStrip } from "./overview-strip.tsx";
import { SelfDialog } from "./self-dialog.tsx";

export function Company({ opened, editor }: { opened: OpenDocument; editor: Editor }) {
  const { people } = opened;
  const company = useMemo(() => keepCompany(editor.view, people), [editor]);
  useEffect(() => company.leave, [company]);
  useEffect(() => registerCommands(peopleCommands(people)), [people]);
  const { overview } = company;
  const own = people.value.find(({ isSelf }) => isSelf);
  const isSelf = ({ key }: Caret): boolean => key === own?.key;
  const goTo = ({ key, name }: Pick<Person, "key" | "name">): void => {
    if (!company.goTo(key)) toast(rest().people.nowhere(name));
  };
  return (
    <>
      <OverviewStrip overview={overview} isSelf={isSelf} onGoTo={goTo} />
      <EdgeChips overview={overview} isSelf={isSelf} onGoTo={goTo} />
      <FollowingBar people={people} overview={overview} />
      <Everybody people={people} onGoTo={goTo} />
      {peopleSheet.value === "self" && (
        <SelfDialog
          shownName={own?.name ?? null}
          onClose={() => {
            peopleSheet.value = null;
          }}
        />
      )}
      <Announcer opened={opened} editor={editor} overview={overview} />
    </>
  );
}
