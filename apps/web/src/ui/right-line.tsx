/** One quiet line that says what one may do here, while that is not everything. */

import "./right-line.css";
import type { OpenDocument } from "../state/open-document.ts";
import { rightWords } from "../state/right-words.ts";
import { words } from "../words/words.ts";
import { downloadText } from "./download-text.ts";

export function RightLine({ opened }: { opened: OpenDocument }) {
  const { ending, role, saveState, turnedAway } = opened.connection;
  const sentence = ending.value === null ? rightWords(role.value, turnedAway.value !== null) : "";
  const { app, more, right } = words();
  const isUnsent = saveState.value.kind === "not-saved";
  return (
    <div class={sentence === "" ? "right-line" : "right-line right-line-shown"}>
      <p role="status" aria-label={right.name}>
        {sentence !== "" && isUnsent ? app.sentences(sentence, right.unsent) : sentence}
      </p>
      {sentence !== "" && isUnsent && (
        <button type="button" class="second" onClick={() => downloadText(opened)}>
          {more.download}
        </button>
      )}
    </div>
  );
}
