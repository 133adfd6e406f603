/** Chooses how what one indents is indented, on this page. */

import type { Signal } from "@preact/signals";
import { type Indentation, indentations } from "../state/indentation.ts";
import { rest } from "../words/words.ts";
import { ChoiceDialog } from "./choice-dialog.tsx";

const idOf = ({ isByTabs, columns }: Indentation): string => (isByTabs ? "tabs" : String(columns));

interface Props {
  readonly indentation: Signal<Indentation>;
  readonly onClose: () => void;
}

export function IndentationDialog({ indentation, onClose }: Props) {
  const { indentation: texts } = rest().editing;
  const choices = indentations.map((each) => ({
    id: idOf(each),
    label: each.isByTabs ? texts.tabs : texts.spaces(each.columns),
    isChosen: idOf(each) === idOf(indentation.value),
  }));
  return (
    <ChoiceDialog
      title={texts.name}
      choices={choices}
      onChoose={(id) => {
        indentation.value = indentations.find((each) => idOf(each) === id) ?? indentation.value;
      }}
      onClose={onClose}
    />
  );
}
