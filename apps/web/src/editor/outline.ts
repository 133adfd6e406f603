/**
 * The outline of a text: its headings, or what its code declares. Parsed beside the editor's own parse and in slices, so
 * that a long text holds up nobody's typing. Knows no panel.
 */

import { DocInput, language } from "@codemirror/language";
import type { ChangeDesc, EditorState, Text } from "@codemirror/state";
import {
  type ChangedRange,
  type Parser,
  type PartialParse,
  type SyntaxNodeRef,
  type Tree,
  TreeFragment,
} from "@lezer/common";
import { frontMatter } from "@samepage/document";

export interface OutlineEntry {
  readonly label: string;
  /** How deep it stands, from 1 on. */
  readonly level: number;
  /** Where it begins, in UTF-16 code units. */
  readonly from: number;
}

/** How long one slice of parsing takes, in milliseconds: half a frame. */
const sliceMs = 8;

/** No more entries than anybody looks through, and a page draws at once. */
const most = 2_000;

/** What declares something, by the names that Lezer's grammars have for it. */
const declaration =
  /^(?:Async)?(?:Function|Class|Method|Interface|Struct|Enum|Trait|Impl|Mod|Module|Namespace|Type|TypeAlias|Object|Record|Union|Macro)(?:Declaration|Definition|Decl|Item|Spec|Specifier|Statement)$/;

/** What a declaration is called. */
const nameNode =
  /^(?:VariableDefinition|TypeDefinition|PropertyDefinition|Definition|VariableName|TypeName|DefName|BoundIdentifier|TypeIdentifier|FieldIdentifier|FieldName|Identifier|PropertyName|FunctionDeclarator|ScopedIdentifier|word)$/;

const headingLevel = (name: string): number => Number(/^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1] ?? 0);

/** The words of a heading without its marks and those of what it holds. */
function headingLabel(text: string): string {
  const [line = ""] = text.split("\n");
  return line
    .replace(/^\s*#{1,6}\s*|\s+#+\s*$/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~]+/g, "")
    .trim();
}

function declaredName(node: SyntaxNodeRef, doc: Text): string | null {
  for (let child = node.node.firstChild; child !== null; child = child.nextSibling) {
    if (!nameNode.test(child.name)) continue;
    // In C, the name stands within what it declares.
    const text = child.name === "FunctionDeclarator" ? declaredName(child, doc) : doc.sliceString(child.from, child.to);
    if (text !== null) return text;
  }
  return null;
}

/** No front matter is longer, in UTF-16 code units. */
const mostFrontMatter = 10_000;

/** The entries of `tree`, in order: headings where there are any, else declarations. */
export function outlineOf(tree: Tree, doc: Text): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const open: number[] = [];
  // To Markdown's grammar, the last line of it is a heading, underlined by the dashes that end it.
  const front = frontMatter.exec(doc.sliceString(0, mostFrontMatter))?.[0].length ?? 0;
  tree.iterate({
    enter(node) {
      if (entries.length >= most) return false;
      const level = headingLevel(node.name);
      if (level > 0 && node.from < front) return false;
      if (level > 0) {
        entries.push({ label: headingLabel(doc.sliceString(node.from, node.to)), level, from: node.from });
        return false;
      }
      if (!declaration.test(node.name)) return undefined;
      const label = declaredName(node, doc);
      while ((open.at(-1) ?? Number.POSITIVE_INFINITY) <= node.from) open.pop();
      if (label !== null) {
        entries.push({ label, level: open.length + 1, from: node.from });
        open.push(node.to);
      }
      return undefined;
    },
  });
  return entries;
}

/** After so many milliseconds without a reading, what changed is read: not each keystroke by itself. */
const readAfterMs = 200;

/** Parses one text as it changes, in slices, and tells its outline each time it has gone through all of it. */
export class OutlineReader {
  readonly #tell: (entries: readonly OutlineEntry[]) => void;
  #parser: Parser | null = null;
  #latest: Text | null = null;
  /** What was parsed last, as far as it stands. */
  #fragments: readonly TreeFragment[] = [];
  /** The text that is being parsed, which may be older than the latest: it would else never be done while many type. */
  #parsing: { readonly doc: Text; readonly parse: PartialParse } | null = null;
  /** What changed from the text whose outline was told to the one that is being parsed, or else to the latest. */
  #changed: ChangeDesc | null = null;
  /** What changed since, while one is being parsed. */
  #changedMeanwhile: ChangeDesc | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (entries: readonly OutlineEntry[]) => void) {
    this.#tell = tell;
  }

  /** Reads the text of `state` from now on; `changes` led to it from the text before, null: it is another one. */
  read(state: EditorState, changes: ChangeDesc | null): void {
    const parser = state.facet(language)?.parser ?? null;
    this.#latest = state.doc;
    if (parser !== this.#parser || changes === null) {
      this.#parser = parser;
      this.#fragments = [];
      this.#parsing = null;
      this.#changed = null;
      this.#changedMeanwhile = null;
      this.#goOnAfter(0);
    } else if (this.#parsing === null) {
      this.#changed = this.#changed?.composeDesc(changes) ?? changes;
      if (this.#timer === undefined) this.#goOnAfter(readAfterMs);
    } else {
      this.#changedMeanwhile = this.#changedMeanwhile?.composeDesc(changes) ?? changes;
    }
  }

  /** Where `entry`, of those told last, begins in the text as it is now. */
  placeOf({ from }: OutlineEntry): number {
    const moved = this.#changed?.mapPos(from) ?? from;
    return this.#changedMeanwhile?.mapPos(moved) ?? moved;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #goOnAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#goOn();
    }, ms);
  }

  #goOn(): void {
    const [parser, latest] = [this.#parser, this.#latest];
    if (latest === null) return;
    if (parser === null) {
      this.#tell([]);
      return;
    }
    this.#parsing ??= this.#begin(parser, latest);
    const { doc, parse } = this.#parsing;
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      const tree = parse.advance();
      if (tree !== null) {
        this.#finish(tree, doc);
        return;
      }
    }
    this.#goOnAfter(0);
  }

  #begin(parser: Parser, doc: Text) {
    if (this.#changed !== null) this.#fragments = TreeFragment.applyChanges(this.#fragments, rangesOf(this.#changed));
    return { doc, parse: parser.startParse(new DocInput(doc), this.#fragments) };
  }

  #finish(tree: Tree, doc: Text): void {
    this.#parsing = null;
    this.#fragments = TreeFragment.addTree(tree, this.#fragments);
    this.#changed = this.#changedMeanwhile;
    this.#changedMeanwhile = null;
    this.#tell(outlineOf(tree, doc));
    if (this.#changed !== null) this.#goOnAfter(readAfterMs);
  }
}

function rangesOf(changes: ChangeDesc): ChangedRange[] {
  const ranges: ChangedRange[] = [];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => ranges.push({ fromA, toA, fromB, toB }));
  return ranges;
}
