/** The words around what a text says, for the worker and the frame, which know no catalogue. */

import { rest } from "../words/words.ts";
import type { PreviewWords } from "./messages.ts";

export function previewWords(): PreviewWords {
  const { footnotes, back, copyCode, copied, empty, formulaFault, diagramFault } = rest().preview;
  return { footnotes, back, copyCode, copied, empty, formulaFault, diagramFault };
}
