/** The worker that makes Markdown of rich text: somebody's page may keep it busy for ever, and it is ended then. */

import { markdownFromHtml } from "./html-to-markdown.ts";
import type { RichTextAnswer } from "./rich-text.ts";

const answer = (message: RichTextAnswer): void => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<string>) => {
  try {
    answer({ kind: "made", markdown: markdownFromHtml(data) });
  } catch (error) {
    answer({ kind: "failed", reason: String(error) });
  }
});

answer({ kind: "ready" });
