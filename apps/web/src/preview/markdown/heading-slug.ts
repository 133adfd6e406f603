/** The name by which a heading is linked to, as GitHub makes it. That no two are the same is the whole text's matter. */

import { slug } from "github-slugger";
import type { Token } from "./parser-types.ts";

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === "softbreak" || type === "hardbreak") return " ";
      if (type === "image") return wordsOf(children ?? []);
      return type === "text" || type === "code_inline" || type === "math_inline" ? content : "";
    })
    .join("");
}

/** The slug of a heading's words, before it is told apart from others. */
export function slugOf(inline: Token): string {
  return slug(wordsOf(inline.children ?? []));
}

/** Gives each slug once, and a number to those that come again. */
export class UniqueSlugs {
  readonly #occurrences = new Map<string, number>();

  next(slug: string): string {
    let unique = slug;
    while (this.#occurrences.has(unique)) {
      const count = (this.#occurrences.get(slug) ?? 0) + 1;
      this.#occurrences.set(slug, count);
      unique = `${slug}-${count}`;
    }
    this.#occurrences.set(unique, 0);
    return unique;
  }
}
