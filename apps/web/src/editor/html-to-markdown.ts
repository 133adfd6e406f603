/**
 * Rich text as Markdown. Parsed by code of its own and never by the page: nothing of it is loaded, run or shown, and what
 * it comes to is text.
 */

import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toMdast } from "hast-util-to-mdast";
import type { Nodes as MarkdownNodes } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";

/** What has no meaning as text, or none here. */
const dropped = new Set([
  "style",
  "script",
  "head",
  "meta",
  "link",
  "title",
  "noscript",
  "template",
  "iframe",
  "object",
  "embed",
  "svg",
]);

/** What makes a fragment more than plain text. */
const meaningful = /^(?:h[1-6]|a|strong|em|b|i|del|s|strike|code|kbd|samp|ul|ol|table|blockquote|hr|img|pre)$/;

const addressSchemes = /^(?:https?|mailto|tel|ftp|xmpp):/i;

/** So many cells the tables may have, with those that others reach into and those that fill their rows. */
const mostCells = 50_000;

/** So many characters the cells of a table may have, each as wide as the widest, for them to be made so wide. */
const mostAligned = 500_000;

/**
 * `html` as Markdown; null when it says nothing that its plain text does not, or is code as editors copy it.
 * @throws RangeError when it is more than it can be
 */
export function markdownFromHtml(html: string): string | null {
  const tree = fromHtml(html, { fragment: true });
  if (isCode(tree)) return null;
  const cleaned: Root = { type: "root", children: tree.children.flatMap((child) => clean(child, 0)) };
  if (!hasMeaning(cleaned)) return null;
  const tables = tablesOf(cleaned);
  const cells = tables.reduce((sum, { rows, columns, reached }) => sum + Math.max(rows * columns, reached), 0);
  if (cells > mostCells) throw new RangeError("its tables have too many cells");
  const document = toMdast(cleaned);
  tighten(document);
  const markdown = toMarkdown(document, {
    extensions: [
      gfmToMarkdown({
        tablePipeAlign: tables.every(({ rows, columns, widest }) => rows * columns * widest <= mostAligned),
      }),
    ],
    bullet: "-",
    emphasis: "*",
    rule: "-",
    fences: true,
    listItemIndent: "one",
    incrementListMarker: true,
  });
  return markdown.trim() === "" ? null : markdown.replace(/\n+$/, "");
}

interface TableSize {
  rows: number;
  /** Of the row that has most. */
  columns: number;
  /** Cells, each as often as it says that it reaches into others. */
  reached: number;
  /** Characters of the cell that has most. */
  widest: number;
}

/** How large each table in `node` will be. What is in tables within one is its text. */
function tablesOf(node: Nodes): readonly TableSize[] {
  if (!("children" in node)) return [];
  if (node.type !== "element" || node.tagName !== "table") return node.children.flatMap(tablesOf);
  const size: TableSize = { rows: 0, columns: 0, reached: 0, widest: 0 };
  const measure = ({ children }: Element): void => {
    const elements = children.filter((child) => child.type === "element");
    const cells = elements.filter(({ tagName }) => tagName === "td" || tagName === "th");
    const columns = cells.reduce((sum, cell) => sum + span(cell, "colSpan"), 0);
    size.columns = Math.max(size.columns, columns);
    for (const cell of cells) {
      size.reached += span(cell, "colSpan") * span(cell, "rowSpan");
      size.widest = Math.max(size.widest, lengthOf(cell));
    }
    for (const element of elements) {
      if (element.tagName === "tr") size.rows += 1;
      measure(element);
    }
  };
  measure(node);
  return [size];
}

function span({ properties }: Element, name: "colSpan" | "rowSpan"): number {
  return Math.max(1, Number.parseInt(String(properties[name] ?? 1), 10) || 1);
}

function lengthOf(node: Nodes): number {
  if (node.type === "text") return node.value.length;
  return "children" in node ? node.children.reduce((sum, child) => sum + lengthOf(child), 0) : 0;
}

function hasMeaning(node: Nodes): boolean {
  if (node.type === "element" && meaningful.test(node.tagName)) return true;
  return "children" in node && node.children.some(hasMeaning);
}

/** Whether all of it is in one fixed-width block that keeps its spaces: what editors of code put on the clipboard. */
function isCode(tree: Root): boolean {
  const elements = tree.children.filter((child) => child.type === "element" && !dropped.has(child.tagName));
  const rest = tree.children.filter((child) => child.type === "text" && child.value.trim() !== "");
  if (rest.length > 0 || elements.length === 0) return false;
  return elements.every((element) => {
    if (element.type !== "element") return true;
    const style = styleOf(element);
    const isMonospace = /font-family[^;]*(?:mono|consolas|courier|menlo|monaco|code)/.test(style);
    if (element.tagName === "pre") return isMonospace || /font-family/.test(style);
    return isMonospace && /white-space:\s*pre/.test(style);
  });
}

/** No style that somebody's program wrote is longer, and what is looked for in it costs by its square. */
const longestStyle = 2_000;

function styleOf({ properties }: Element): string {
  return String(properties["style"] ?? "")
    .slice(0, longestStyle)
    .toLowerCase();
}

/** How deep elements may be in one another: no writing is deeper, and what is takes for ever. */
const deepest = 60;

const inline = /^(?:b|strong|em|i|del|s|strike)$/;

/** `node` as what it means: without what is never seen, and with the meaning that only its style had. */
function clean(node: RootContent, depth: number): ElementContent[] {
  if (node.type !== "element") return node.type === "text" ? [node] : [];
  if (dropped.has(node.tagName)) return [];
  const style = styleOf(node);
  const children = node.children.flatMap((child) => clean(child, depth + 1));
  const { tagName, properties } = node;
  if (depth > deepest) return children;
  if (tagName === "a" && !isAddress(properties["href"])) return children;
  if (tagName === "img" && !isAddress(properties["src"]))
    return [{ type: "text", value: String(properties["alt"] ?? "") }];
  // The whole of what Google Docs puts on the clipboard is in a <b> that is not bold.
  if (/^(?:b|strong)$/.test(tagName) && /font-weight:\s*(?:normal|400)/.test(style)) return children;
  if (inline.test(tagName)) return around(children, [tagName]);
  if (tagName !== "span") return [{ ...node, children }];
  return around(children, [
    ...(/font-weight:\s*(?:bold|[6-9]00)/.test(style) ? ["strong"] : []),
    ...(/font-style:\s*italic/.test(style) ? ["em"] : []),
    ...(/text-decoration[^;]*line-through/.test(style) ? ["del"] : []),
  ]);
}

/** `children` in elements of these names, but for the spaces at their ends, because a sign beside a space is none. */
function around(children: readonly ElementContent[], tagNames: readonly string[]): ElementContent[] {
  const words = [...children];
  const before = /^\s*/.exec(textAt(words, 0))?.[0] ?? "";
  if (before !== "") words[0] = { type: "text", value: textAt(words, 0).slice(before.length) };
  const after = /\s*$/.exec(textAt(words, -1))?.[0] ?? "";
  if (after !== "") words[words.length - 1] = { type: "text", value: textAt(words, -1).slice(0, -after.length) };
  const hasWords = words.some((child) => child.type !== "text" || child.value !== "");
  const wrapped = tagNames.reduce<ElementContent[]>(
    (inner, tagName) => [{ type: "element", tagName, properties: {}, children: inner }],
    words,
  );
  return [space(before), ...(hasWords ? wrapped : words), space(after)].filter(
    (child) => child.type !== "text" || child.value !== "",
  );
}

function textAt(children: readonly ElementContent[], index: number): string {
  const child = children.at(index);
  return child?.type === "text" ? child.value : "";
}

function space(value: string): ElementContent {
  return { type: "text", value };
}

/** Has the items of lists stand without lines between them, where none has more than one paragraph. */
function tighten(node: MarkdownNodes): void {
  if (!("children" in node)) return;
  for (const child of node.children) tighten(child);
  if (node.type === "listItem") node.spread = node.children.filter(({ type }) => type === "paragraph").length > 1;
  if (node.type === "list") node.spread = node.children.some(({ spread }) => spread === true);
}

/** Whether it leads somewhere that a text may lead to. */
function isAddress(value: unknown): boolean {
  return typeof value === "string" && addressSchemes.test(value.trim());
}
