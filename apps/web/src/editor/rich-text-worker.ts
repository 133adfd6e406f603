/** The worker that makes Markdown of rich text: somebody's page may keep it busy for ever, and it is ended then. */

import { markdownFromHtml } from "./html-to-markdown.ts";
import type { RichTextAnswer } from "./rich-text.ts";

addEventListener("message", ({ data }: MessageEvent<string>) => {
  const answer = (message: RichTextAnswer): void => postMessage(message);
  try {
    answer({ kind: "made", markdown: markdownFromHtml(data) });
  } catch (error) {
    answer({ kind: "failed", reason: String(error) });
  }
});
