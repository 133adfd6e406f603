/** The worker that runs what somebody typed as an expression: it may take for ever, and is ended then. */

import { matchesIn, replacementOf } from "./expression-matches.ts";
import type { SearchAnswer, SearchRequest, SearchResult } from "./expression-messages.ts";
import { mostMatches } from "./find-matches.ts";

/** No document holds so much: when more is to be put in, the rest is not made. The editor refuses it all. */
const mostInserted = 50_000_000;

const answer = (message: SearchAnswer, transfer: Transferable[] = []): void => postMessage(message, { transfer });

let text = "";

function resultOf({ expression, replacement }: SearchRequest): SearchResult {
  const positions: number[] = [];
  const inserts: (string | null)[] = [];
  const isReplacingAll = replacement !== null && replacement.at === null;
  let inserted = 0;
  let isAll = true;
  for (const match of matchesIn(text, expression)) {
    if (!isReplacingAll && positions.length >= 2 * mostMatches) {
      isAll = false;
      break;
    }
    positions.push(match.index, match.index + match[0].length);
    if (replacement === null) continue;
    const isReplaced = (isReplacingAll || replacement.at === match.index) && inserted <= mostInserted;
    const insert = isReplaced ? replacementOf(replacement.template, match) : null;
    inserted += insert?.length ?? 0;
    inserts.push(insert);
  }
  return { kind: "found", positions: Uint32Array.from(positions), isAll, inserts };
}

addEventListener("message", ({ data }: MessageEvent<SearchRequest>) => {
  text = data.text ?? text;
  try {
    const result = resultOf(data);
    answer(result, [result.positions.buffer]);
  } catch {
    // It needs more memory than there is.
    answer({ kind: "failed" });
  }
});

answer({ kind: "ready" });
