/** What a document is called while nobody gave it a title. */

import { words } from "../words/words.ts";

const maxLength = 80;

/** The first heading or line of `text` with words in it, without Markdown's marks; "" when there is none. */
export function titleFromText(text: string): string {
  for (const line of text.slice(0, 2_000).split("\n")) {
    const words = line
      .replace(/^\s*(#{1,6}|[-*+>]|\d+[.)])\s+/, "")
      .replace(/^\[[ xX]\]\s+/, "")
      .replace(/[*_`]/g, "")
      .trim();
    if (/[\p{L}\p{N}]/u.test(words))
      return words.length > maxLength ? `${words.slice(0, maxLength).trimEnd()}…` : words;
  }
  return "";
}

/** What to call the document: its title, else its beginning, else that it has neither. */
export function displayTitle(title: string, text: string): string {
  return title.trim() || titleFromText(text) || words().title.untitled;
}
