/** A Markdown text on paper: its frame shows it to the browser's printer, and nothing of the page around. On demand. */

import { type HiddenFrameOptions, inHiddenFrame } from "./hidden-frame.ts";

/** A person looks at the browser's dialog as long as they want, in milliseconds; a timer cannot be longer. */
const noEndMs = 2 ** 31 - 1;

/**
 * Opens the browser's dialog for printing with the rendered `text`, and resolves when it is closed. `title` is what the
 * file is called that is made instead of paper.
 * @throws Error when it could not be rendered, as without a network
 */
export function printText(
  text: string,
  { title, ...options }: Omit<HiddenFrameOptions, "mayPrint"> & { readonly title: string },
): Promise<void> {
  return inHiddenFrame(text, { ...options, mayPrint: true }, async (frame) => {
    frame.send({ kind: "print", title });
    await frame.take("printed", noEndMs);
  });
}
