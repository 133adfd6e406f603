/** Markdown (with GitHub's tables, tasks and strikethrough) for the editor. */

import { markdown, markdownLanguage } from "@codemirror/lang-markdown";

export const markdownSupport = markdown({ base: markdownLanguage });
