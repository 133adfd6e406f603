/**
 * A Markdown text as HTML, block by block, kept up with its edits: only what an edit touched is read again, only what it
 * changed is rendered again. Knows no page, no frame and no clock.
 */

import { directionOf } from "../../state/text-direction.ts";
import type { Edit, Piece } from "../messages.ts";
import { type BlockTemplate, renderBlock } from "./block-template.ts";
import { type ColourCode, plainCode } from "./code-colours.ts";
import { type Filled, Filler, type FootnoteWords } from "./filler.ts";
import { footnoteKey } from "./footnotes.ts";
import { type FrontMatterReader, frontMatterLength } from "./front-matter.ts";
import { gitHubParser } from "./parser.ts";
import { type ParsedBlock, type Reference, splitBlocks } from "./split-blocks.ts";
import { slot, templateOf } from "./template.ts";

export interface PreviewOptions {
  /** The name within the attributes that say where something stands; null: there are none. */
  readonly mark: string | null;
  readonly colourCode?: ColourCode;
  readonly frontMatter?: FrontMatterReader;
  readonly words: FootnoteWords;
}

interface Block {
  readonly length: number;
  readonly lines: number;
  readonly references: ReadonlyMap<string, Reference>;
  /** Null until it is rendered. */
  template: BlockTemplate | null;
  /** The tokens, until they are rendered. */
  parsed: ParsedBlock | null;
  readonly isFrontMatter: boolean;
  filled: Filled | null;
}

/** Tags that are closed within so many blocks make them one piece; later they are closed where they were opened. */
const maxBlocksPerPiece = 400;

export class PreviewDocument {
  readonly #parser = gitHubParser();
  readonly #options: PreviewOptions;
  #text = "";
  #blocks: Block[] = [];
  #references: ReadonlyMap<string, Reference> = new Map();

  constructor(options: PreviewOptions) {
    this.#options = options;
  }

  get text(): string {
    return this.#text;
  }

  /** Takes `text` in the place of what was there. */
  replace(text: string): void {
    this.#text = normalized(text);
    this.#blocks = [...this.#read(0)];
  }

  /** Follows edits, which are in the order of their places and do not overlap. */
  edit(edits: readonly Edit[]): void {
    const first = edits[0];
    const last = edits.at(-1);
    if (first === undefined || last === undefined) return;
    const before = this.#text;
    let text = "";
    let done = 0;
    for (const { from, to, insert } of edits) {
      text += before.slice(done, from) + normalized(insert);
      done = to;
    }
    text += before.slice(done);
    this.#text = text;
    if (frontMatterLength(before) !== frontMatterLength(text)) {
      this.#blocks = [...this.#read(0)];
      return;
    }
    this.#readChanged(first.from, last.to, text.length - before.length);
  }

  /** Has the blocks that lack `language`'s colours, or all front matter (null), rendered again. */
  forget(language: string | null): void {
    for (const block of this.#blocks) {
      if (language === null ? block.isFrontMatter : block.template?.waitsFor.has(language)) {
        block.template = null;
        block.filled = null;
      }
    }
  }

  /** The whole page as it now is; pieces that did not change are the same objects' HTML as before. */
  pieces(): readonly Piece[] {
    this.#renderChanged();
    const filler = new Filler(this.#options.words, (label) => this.#references.has(footnoteKey(label)));
    const pieces: Piece[] = [];
    let textLine = 0;
    let at = 0;
    while (at < this.#blocks.length) {
      const end = this.#pieceEnd(at);
      let html = "";
      let lines = 0;
      for (; at < end; at += 1) {
        const block = this.#blocks[at];
        if (block?.template == null) continue;
        block.filled = filler.fill(block.template, lines, textLine + lines, block.filled);
        html = lines === 0 ? block.filled.html : html + block.filled.html;
        lines += block.lines;
      }
      pieces.push({ html, lines });
      textLine += lines;
    }
    const footnotes = filler.section(textLine);
    return footnotes === "" ? pieces : [...pieces, { html: footnotes, lines: 0 }];
  }

  /** The index behind the last block of the piece that begins with the block `start`. */
  #pieceEnd(start: number): number {
    let open = this.#blocks[start]?.template?.opened ?? 0;
    if (open <= 0) return start + 1;
    const limit = Math.min(this.#blocks.length, start + maxBlocksPerPiece);
    for (let at = start + 1; at < limit; at += 1) {
      open += this.#blocks[at]?.template?.opened ?? 0;
      if (open <= 0) return at + 1;
    }
    return start + 1;
  }

  #renderChanged(): void {
    const references = new Map<string, Reference>();
    for (const block of this.#blocks) {
      for (const [label, reference] of block.references) if (!references.has(label)) references.set(label, reference);
    }
    const changed = changedLabels(this.#references, references);
    this.#references = references;
    let at = 0;
    for (const block of this.#blocks) {
      const from = at;
      at += block.length;
      if (block.template !== null && !hasAny(block.template.asked, changed)) continue;
      const source = this.#text.slice(from, at);
      block.template = block.isFrontMatter ? this.#frontMatter(source) : this.#render(block.parsed, source);
      block.parsed = null;
      block.filled = null;
    }
  }

  #render(parsed: ParsedBlock | null, source: string): BlockTemplate {
    const [block] = parsed === null ? splitBlocks(this.#parser, source) : [parsed];
    if (block === undefined) return emptyTemplate;
    return renderBlock(
      {
        parser: this.#parser,
        colourCode: this.#options.colourCode ?? plainCode,
        mark: this.#options.mark,
        reference: (label) => this.#references.get(label),
      },
      block,
    );
  }

  #frontMatter(source: string): BlockTemplate {
    const { escapeHtml } = this.#parser.utils;
    const rows = this.#options.frontMatter?.rowsOf(source) ?? null;
    const { mark } = this.#options;
    const line = mark === null ? "" : ` data-${mark}-line="${slot("line", "0")}"`;
    const cells = rows?.map(([key, value]) => `<tr><th>${escapeHtml(key)}</th><td>${escapeHtml(value)}</td></tr>`);
    // Keys are English in any text: the table runs as its first value does.
    const direction = rows?.map(([, value]) => directionOf(value)).find((each) => each !== null) ?? "auto";
    const html =
      cells === undefined
        ? `<pre class="front-matter"${line}><code>${escapeHtml(source.trim())}</code></pre>\n`
        : `<table class="front-matter"${line} dir="${direction}"><tbody>${cells.join("")}</tbody></table>\n`;
    return { ...emptyTemplate, body: templateOf(html) };
  }

  /** Reads what is between the block before the one with `from` and the first later one that is as it was. */
  #readChanged(from: number, to: number, growth: number): void {
    const old = this.#blocks;
    let first = 0;
    let start = 0;
    for (let end = 0; first < old.length; first += 1) {
      end = start + (old[first]?.length ?? 0);
      if (end > from) break;
      start = end;
    }
    // Where a block ends may be seen on the next one's first lines; for mathematics anywhere up to a blank line.
    let isBehindBlank = false;
    while (first > 0 && !isBehindBlank) {
      first -= 1;
      start -= old[first]?.length ?? 0;
      isBehindBlank = /\n[ \t]*\n$/.test(this.#text.slice(Math.max(0, start - 100), start));
    }
    let next = first;
    let nextStart = start;
    const skipTo = (position: number): void => {
      while (next < old.length && nextStart < position) {
        nextStart += old[next]?.length ?? 0;
        next += 1;
      }
    };
    skipTo(to + 1);
    const read: Block[] = [];
    let at = start;
    for (const block of this.#read(start)) {
      // What is read now begins where a block began that the edit did not touch: from here on all is as it was.
      skipTo(at - growth);
      if (next < old.length && at === nextStart + growth && at > to + growth) {
        this.#blocks = [...old.slice(0, first), ...read, ...old.slice(next)];
        return;
      }
      read.push(block);
      at += block.length;
    }
    this.#blocks = [...old.slice(0, first), ...read];
  }

  *#read(start: number): Generator<Block, void> {
    const front = start === 0 ? frontMatterLength(this.#text) : 0;
    if (front > 0) {
      const lines = this.#text.slice(0, front).split("\n").length - 1;
      const isWhole = front === this.#text.length;
      yield { ...emptyBlock, length: front, lines: isWhole ? lines + 1 : lines, isFrontMatter: true };
    }
    for (const parsed of splitBlocks(this.#parser, this.#text.slice(start + front))) {
      const { from, to, lines, references } = parsed;
      yield { ...emptyBlock, length: to - from, lines, references, parsed };
    }
  }
}

const emptyBlock = { references: new Map(), template: null, parsed: null, filled: null, isFrontMatter: false };

const emptyTemplate: BlockTemplate = {
  body: [""],
  slots: [],
  footnotes: [],
  asked: new Set(),
  waitsFor: new Set(),
  opened: 0,
};

/** Markdown has no U+0000: templates rely on that. */
function normalized(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}

function hasAny(asked: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false;
  for (const label of asked) if (changed.has(label)) return true;
  return false;
}

function changedLabels(
  before: ReadonlyMap<string, Reference>,
  after: ReadonlyMap<string, Reference>,
): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [label, { href, title }] of after) {
    const old = before.get(label);
    if (old === undefined || old.href !== href || old.title !== title) changed.add(label);
  }
  for (const label of before.keys()) if (!after.has(label)) changed.add(label);
  return changed;
}
