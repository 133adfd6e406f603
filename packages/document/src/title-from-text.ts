/** What a text is called that nobody gave a title. */

import { frontMatter } from "./front-matter.ts";

const maxLength = 80;

/** Control characters, and what turns the direction of what stands beside it on a tab or in a list: as titles are kept. */
const unseen = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The title of `text`'s front matter, else its first heading or line with words in it, without Markdown's marks; "" when
 * there is none.
 */
export function titleFromText(text: string): string {
  const beginning = text.slice(0, 2_000);
  const front = frontMatter.exec(beginning);
  const named = /^title:[ \t]*(["']?)(.*\S)\1[ \t]*$/m.exec(front?.[1] ?? "")?.[2];
  const lines = beginning.slice(front?.[0].length ?? 0).split("\n");
  for (const line of named === undefined ? lines : [named]) {
    const words = line
      // Code begins with a comment more often than not.
      .replace(/^\s*(\/\*+|\/\/+|<!--|--)\s*|\s*(\*+\/|-->)\s*$/g, "")
      .replace(/^\s*(#{1,6}|[-*+>]|\d+[.)])\s+/, "")
      .replace(/^\[[ xX]\]\s+/, "")
      .replace(/[*_`]/g, "")
      .replace(/\t/g, " ")
      .replace(unseen, "")
      .trim();
    if (/[\p{L}\p{N}]/u.test(words))
      return words.length > maxLength ? `${words.slice(0, maxLength).trimEnd()}…` : words;
  }
  return "";
}
