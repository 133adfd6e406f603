/** Pasting, as a browser tells the page of it. */

import type { DocumentView } from "./fixtures.ts";

/** Pastes what stands on somebody's clipboard, by its types, where the caret is. */
export function paste({ text }: DocumentView, contents: Readonly<Record<string, string>>): Promise<void> {
  return text.evaluate((editor, contents) => {
    const clipboardData = new DataTransfer();
    for (const [type, content] of Object.entries(contents)) clipboardData.setData(type, content);
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, contents);
}
