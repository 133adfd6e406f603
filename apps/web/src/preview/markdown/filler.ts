/**
 * Fills the open places of blocks in the order of the text: what number a footnote has and which heading of two with the
 * same words is which, is known only so. Knows no parser.
 */

import type { BlockTemplate } from "./block-template.ts";
import { footnoteId } from "./footnotes.ts";
import { UniqueSlugs } from "./heading-slug.ts";
import { fillTemplate, type Slot, type Template } from "./template.ts";

/** What the page says around footnotes, in the reader's language. */
export interface FootnoteWords {
  readonly heading: string;
  readonly back: string;
}

/** The HTML that a block last had, and by what. */
export interface Filled {
  readonly by: string;
  readonly html: string;
}

interface Footnote {
  readonly number: number;
  references: number;
}

export class Filler {
  readonly #words: FootnoteWords;
  readonly #isDefined: (label: string) => boolean;
  readonly #slugs = new UniqueSlugs();
  readonly #footnotes = new Map<string, Footnote>();
  readonly #texts = new Map<string, { readonly template: Template; readonly line: number; readonly slots: string[] }>();

  constructor(words: FootnoteWords, isDefined: (label: string) => boolean) {
    this.#words = words;
    this.#isDefined = isDefined;
  }

  /** `block`'s HTML, `line` lines into its piece and `textLine` into the text: what it had before, if that is the same. */
  fill(block: BlockTemplate, line: number, textLine: number, before: Filled | null): Filled {
    const values = block.slots.map((slot) => this.#valueOf(slot));
    for (const { label, template, slots } of block.footnotes) {
      const filled = slots.map((slot) => this.#valueOf(slot));
      if (!this.#texts.has(label)) this.#texts.set(label, { template, line: textLine, slots: filled });
    }
    const by = values.length === 0 ? String(line) : [line, ...values].join("\0");
    if (before?.by === by) return before;
    return { by, html: fillAt(block.body, values, line) };
  }

  /** The footnotes that were referred to, behind `lines` lines of text; "" when there are none. */
  section(lines: number): string {
    const items = [...this.#footnotes]
      .sort(([, one], [, other]) => one.number - other.number)
      .map(([label, { references }]) => {
        const text = this.#texts.get(label);
        const html = text === undefined ? "" : fillAt(text.template, text.slots, text.line - lines);
        return `<li id="fn-${footnoteId(label)}">\n${withBackLinks(html, this.#backLinks(label, references))}</li>\n`;
      });
    if (items.length === 0) return "";
    return `<section class="footnotes" aria-label="${this.#words.heading}">\n<ol dir="auto">\n${items.join("")}</ol>\n</section>\n`;
  }

  #valueOf({ kind, value }: Slot): string {
    if (kind === "heading") return this.#slugs.next(value);
    if (!this.#isDefined(value)) return "";
    const known = this.#footnotes.get(value) ?? { number: this.#footnotes.size + 1, references: 0 };
    known.references += 1;
    this.#footnotes.set(value, known);
    const id = footnoteId(value);
    const own = referenceId(value, known.references);
    return `<sup class="footnote-ref"><a href="#fn-${id}" id="${own}">${known.number}</a></sup>`;
  }

  #backLinks(label: string, references: number): string {
    return Array.from({ length: references }, (_each, index) => {
      const which = index === 0 ? "" : `<sup>${index + 1}</sup>`;
      const name = `${this.#words.back}${index === 0 ? "" : ` ${index + 1}`}`;
      return ` <a href="#${referenceId(label, index + 1)}" class="footnote-back" aria-label="${name}">↩${which}</a>`;
    }).join("");
  }
}

function referenceId(label: string, count: number): string {
  return `fnref-${footnoteId(label)}${count === 1 ? "" : `-${count}`}`;
}

function fillAt(template: Template, values: readonly string[], line: number): string {
  let next = 0;
  return fillTemplate(template, ({ kind, value }) => {
    if (kind === "line") return String(line + Number(value));
    next += 1;
    return values[next - 1] ?? "";
  });
}

function withBackLinks(html: string, links: string): string {
  return html.endsWith("</p>\n") ? `${html.slice(0, -5)}${links}</p>\n` : `${html}${links.trimStart()}\n`;
}
