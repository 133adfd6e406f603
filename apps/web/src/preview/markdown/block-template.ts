/** One block's HTML as a template, and what the whole text must know of it. Knows no other block. */

import type { ColourCode } from "./code-colours.ts";
import { slugOf } from "./heading-slug.ts";
import type { MarkdownIt, Token } from "./parser-types.ts";
import type { ParsedBlock, Reference } from "./split-blocks.ts";
import { type Slot, slot, slotsOf, type Template, templateOf } from "./template.ts";

interface FootnoteTemplate {
  readonly label: string;
  readonly template: Template;
  readonly slots: readonly Slot[];
}

export interface BlockTemplate {
  readonly body: Template;
  readonly slots: readonly Slot[];
  readonly footnotes: readonly FootnoteTemplate[];
  /** The references that it asked for, whether they are there or not: it changes with them. */
  readonly asked: ReadonlySet<string>;
  /** The names of languages whose colours were not there yet. */
  readonly waitsFor: ReadonlySet<string>;
  /** How many more HTML elements it opens than it closes. */
  readonly opened: number;
}

export interface BlockContext {
  readonly parser: MarkdownIt;
  readonly colourCode: ColourCode;
  /** The name of the attributes that say where in the text something stands; without it there are none. */
  readonly mark: string | null;
  reference(label: string): Reference | undefined;
}

/**
 * The kinds of blocks that are laid out as their first words run. What is within a list, a quote or a table follows the
 * whole, so that marks and boxes stand on one side; its lines run as they are (content.css).
 */
const directed = /^(?:p|h[1-6]|ul|ol|table|blockquote)$/;
const laidOutAsWhole = /^(?:bullet_list|ordered_list|blockquote|table)_(open|close)$/;

/** Renders `block`. Runs in time linear in it, as the parser does. */
export function renderBlock(context: BlockContext, block: ParsedBlock): BlockTemplate {
  const { parser } = context;
  const asked = new Set<string>();
  const waitsFor = new Set<string>();
  const references = new Proxy<Record<string, Reference>>(
    {},
    {
      get: (_target, label) => {
        if (typeof label !== "string") return undefined;
        asked.add(label);
        return context.reference(label);
      },
    },
  );
  // Without a text there is nothing to read but the tokens that were read.
  const state = new parser.core.State("", parser, { references });
  state.tokens = block.tokens.slice();
  parser.core.process(state);
  const { body, footnotes } = takeFootnotes(state.tokens);
  const render = (tokens: Token[], isWithin = false): Template => {
    if (context.mark !== null) annotate(tokens, context.mark, isWithin);
    const colour = (code: string, info: string): string => {
      const { html, isWaiting } = context.colourCode(code, info);
      if (isWaiting) waitsFor.add(info);
      return html;
    };
    return templateOf(parser.renderer.render(tokens, { ...parser.options, highlight: colour }, { references }));
  };
  const template = render(body);
  return {
    body: template,
    slots: slotsOf(template),
    footnotes: footnotes.map(({ label, tokens }) => {
      // It will be an item of their list.
      const template = render(tokens, true);
      return { label, template, slots: slotsOf(template) };
    }),
    asked,
    waitsFor,
    opened: elementsOpened(body),
  };
}

function takeFootnotes(tokens: readonly Token[]) {
  const body: Token[] = [];
  const footnotes: { label: string; tokens: Token[] }[] = [];
  const open: { label: string; tokens: Token[] }[] = [];
  for (const token of tokens) {
    if (token.type === "footnote_open") open.push({ label: String(token.meta?.["label"]), tokens: [] });
    else if (token.type === "footnote_close") {
      const closed = open.pop();
      if (closed !== undefined) footnotes.push(closed);
    } else (open.at(-1)?.tokens ?? body).push(token);
  }
  return { body, footnotes };
}

/**
 * Says in attributes where in the text each block stands, how its words run (not where they are `within` a whole that
 * says so), and by what name it is linked to.
 */
function annotate(tokens: readonly Token[], mark: string, within: boolean): void {
  let depth = within ? 1 : 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "inline") annotateTask(token, mark);
    const isWithin = depth > 0;
    const edge = laidOutAsWhole.exec(token.type)?.[1];
    if (edge !== undefined) depth += edge === "open" ? 1 : -1;
    if (token.nesting === -1 || !token.block) continue;
    if (token.map !== null && token.type !== "inline") {
      token.attrSet(`data-${mark}-line`, slot("line", String(token.map[0])));
    }
    if (!isWithin && directed.test(token.tag)) token.attrSet("dir", "auto");
    const inline = tokens[index + 1];
    if (token.type === "heading_open" && inline !== undefined) token.attrSet("id", slot("heading", slugOf(inline)));
  }
}

function annotateTask(inline: Token, mark: string): void {
  const task = inline.children?.[0];
  if (task?.type !== "task" || task.map === null) return;
  task.attrSet(`data-${mark}-task`, slot("line", String(task.map[0])));
}

const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g;
const withoutEnd = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dd|dt)$/i;

function elementsOpened(tokens: readonly Token[]): number {
  let opened = 0;
  for (const { type, content } of tokens) {
    if (type !== "html_block") continue;
    for (const [, closes, name = "", isClosed] of content.replaceAll(/<!--[\s\S]*?-->/g, "").matchAll(tag)) {
      if (isClosed !== "/" && !withoutEnd.test(name)) opened += closes === "/" ? -1 : 1;
    }
  }
  return opened;
}
