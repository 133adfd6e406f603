/** Blocks of code within Markdown, each in the colours of its language. Knows no editor. */

import { ParseContext } from "@codemirror/language";
import { languages } from "@codemirror/language-data";
import type { Parser } from "@lezer/common";
import { styleTags, tags } from "@lezer/highlight";
import { type MarkdownExtension, parseCode } from "@lezer/markdown";
import { fenceLanguage } from "../state/fence-language.ts";

/** The grammar of a block of code that is called `info`, loaded when there first is one; null for one that is unknown. */
function codeParser(info: string): Parser | null {
  const name = /^\S+/.exec(info)?.[0];
  if (name === undefined) return null;
  const found = fenceLanguage(languages, name);
  if (found === null) return null;
  return found.support?.language.parser ?? ParseContext.getSkippingParser(found.load());
}

/** For the parser of Markdown; the box of a task is shown as a mark like any other. */
export const codeInMarkdown: readonly MarkdownExtension[] = [
  parseCode({ codeParser }),
  { props: [styleTags({ TaskMarker: tags.processingInstruction })] },
];
