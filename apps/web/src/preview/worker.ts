/** The worker that renders: follows the text's edits and answers with what changed. Off the thread that one types on. */

import { CodeColours } from "./markdown/code-colours.ts";
import { FrontMatterReader } from "./markdown/front-matter.ts";
import { PreviewDocument } from "./markdown/preview-document.ts";
import type { Piece, WorkerAnswer, WorkerRequest } from "./messages.ts";
import { pieceChanges } from "./piece-changes.ts";

const answer = (message: WorkerAnswer): void => postMessage(message);

let current: PreviewDocument | null = null;
let shown: readonly Piece[] = [];
const onTheirWay = new Set<string | null>();

function arrived(what: string | null): void {
  onTheirWay.delete(what);
  current?.forget(what);
  answer({ kind: "news" });
}

const colours = new CodeColours(arrived);
const frontMatter = new FrontMatterReader(() => arrived(null));

function receive(request: WorkerRequest): void {
  switch (request.kind) {
    case "begin": {
      const { footnotes: heading, back } = request.words;
      const colourCode = (code: string, language: string) => {
        const coloured = colours.colour(code, language);
        if (coloured.isWaiting) onTheirWay.add(language);
        return coloured;
      };
      current = new PreviewDocument({ mark: request.mark, words: { heading, back }, colourCode, frontMatter });
      current.replace(request.text);
      shown = [];
      return;
    }
    case "edit":
      current?.edit(request.edits);
      return;
    case "render":
      if (current !== null) answer(render(current, request.revision));
  }
}

function render(document: PreviewDocument, revision: number): WorkerAnswer {
  const pieces = document.pieces();
  const changes = pieceChanges(shown, pieces);
  shown = pieces;
  const isComplete = onTheirWay.size === 0 && !frontMatter.isOnItsWay;
  return { kind: "rendered", revision, changes, isComplete };
}

addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  try {
    receive(data);
  } catch (error) {
    const revision = data.kind === "render" ? data.revision : 0;
    answer({ kind: "failed", revision, reason: error instanceof Error ? error.message : String(error) });
  }
});
