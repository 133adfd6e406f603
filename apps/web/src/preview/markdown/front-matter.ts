/** YAML before a text, between lines of three dashes: shown as a quiet table. Knows where it ends, and no Markdown. */

const opening = /^---[ \t]*\n/;
const maxLength = 20_000;

/** How much of the beginning of `text` is front matter, its closing line and blank ones behind it included; 0: there is none. */
export function frontMatterLength(text: string): number {
  if (!opening.test(text)) return 0;
  const beginning = text.slice(0, maxLength);
  const [whole] = /^---[ \t]*\n(?:[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n\s*\n*|\n|$)/.exec(beginning) ?? [""];
  // Between dashes may stand a rule and a heading too: front matter begins with a key.
  return /^---[ \t]*\n(?:\s*#.*\n|\s*\n)*[^\s:#][^\n:]*:(?:\s|$)/.test(whole) ? whole.length : 0;
}

type Parse = (source: string) => unknown;

/** What reads YAML, once it was asked for and has come. */
export class FrontMatterReader {
  readonly #onLoaded: () => void;
  #parse: Parse | null | undefined;
  #isAsked = false;

  constructor(onLoaded: () => void) {
    this.#onLoaded = onLoaded;
  }

  get isOnItsWay(): boolean {
    return this.#isAsked && this.#parse === undefined;
  }

  /** The table's rows; null while YAML's reader is on its way, or what is written is none. */
  rowsOf(source: string): readonly (readonly [key: string, value: string])[] | null {
    if (!this.#isAsked) void this.#load();
    if (this.#parse == null) return null;
    try {
      const value = this.#parse(source.replace(opening, "").replace(/\n(?:---|\.\.\.)\s*$/, "\n"));
      if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
      return Object.entries(value).map(([key, each]) => [key, wordsOf(each)] as const);
    } catch {
      return null; // Somebody is writing it: it is shown as it is until it is YAML again.
    }
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    try {
      const { parse } = await import("yaml");
      // Aliases can make a short text a long one.
      this.#parse = (source) => parse(source, { maxAliasCount: 50, prettyErrors: false, logLevel: "silent" });
    } catch (error) {
      this.#parse = null;
      console.warn("front matter has no table:", error);
    }
    this.#onLoaded();
  }
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(", ");
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
