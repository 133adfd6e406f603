/** One quiet line that says what one may do here, while that is not everything. */

import "./right-line.css";
import type { OpenDocument } from "../state/open-document.ts";
import { rightWords } from "../state/right-words.ts";
import { downloadText } from "./download-text.ts";

export function RightLine({ opened }: { opened: OpenDocument }) {
  const { ending, role, saveState, turnedAway } = opened.connection;
  const words = ending.value === null ? rightWords(role.value, turnedAway.value !== null) : "";
  const isUnsent = saveState.value.kind === "not-saved";
  return (
    <div class={words === "" ? "right-line" : "right-line right-line-shown"}>
      <p role="status" aria-label="What you may do">
        {words}
        {words !== "" && isUnsent && " What you wrote last is on this device, and is sent when you may write again."}
      </p>
      {words !== "" && isUnsent && (
        <button type="button" class="second" onClick={() => downloadText(opened)}>
          Download the text
        </button>
      )}
    </div>
  );
}
