/** Chooses how the lines of the text end in a file of it, for everybody on the page. */

import type { OpenDocument } from "../state/open-document.ts";
import { rest } from "../words/words.ts";
import { ChoiceDialog } from "./choice-dialog.tsx";

export function LineEndsDialog({ opened, onClose }: { opened: OpenDocument; onClose: () => void }) {
  const { lineEnds: texts } = rest().editing;
  const chosen = opened.lineEnds.value;
  const kinds = ["lf", "crlf"] as const;
  return (
    <ChoiceDialog
      title={texts.name}
      choices={kinds.map((id) => ({ id, label: texts[id], isChosen: id === chosen }))}
      onChoose={(id) => {
        const lineEnds = kinds.find((kind) => kind === id);
        if (lineEnds !== undefined && lineEnds !== chosen) void opened.changeSettings({ lineEnds });
      }}
      onClose={onClose}
    />
  );
}
