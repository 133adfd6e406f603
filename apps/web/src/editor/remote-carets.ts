/** Other people's carets and selections in the text, drawn as the text and they move. */

import { Annotation, type Extension, type Range, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, layer, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { CaretMarker } from "./caret-marker.ts";
import { type Caret, CaretPositions } from "./caret-positions.ts";
import { ownCaret } from "./own-caret.ts";
import type { TextBinding } from "./text-binding.ts";

/** How long news of carets wait, in milliseconds, for the letters that come with them: both are drawn at once then. */
const presenceAfterMs = 50;

const caretsChanged = Annotation.define<true>();

interface Changes {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

class RemoteCarets {
  decorations: DecorationSet = Decoration.none;
  carets: readonly Caret[] = [];
  /** The clients whose names stay up. */
  pointedAt: ReadonlySet<number> = new Set();
  readonly #view: EditorView;
  readonly #doc: Y.Doc;
  readonly #awareness: Awareness;
  readonly #positions: CaretPositions;
  /** Who wrote what the text is just being changed by; null while others change nothing. */
  #authors: ReadonlySet<number> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, doc: Y.Doc, { text, awareness, binding }: Sources) {
    this.#view = view;
    this.#doc = doc;
    this.#awareness = awareness;
    this.#positions = new CaretPositions(text, (index) => binding.shownAt(index));
    awareness.on("change", this.#hear);
    doc.on("beforeObserverCalls", this.#meetAuthors);
    doc.on("afterTransaction", this.#forgetAuthors);
    this.#hear({ added: [...awareness.getStates().keys()], updated: [], removed: [] });
    this.#draw();
  }

  update({ docChanged, changes, transactions }: ViewUpdate): void {
    if (docChanged) this.#positions.move(changes, this.#authors, performance.now());
    if (docChanged || transactions.some(isCaretNews)) this.#draw();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#awareness.off("change", this.#hear);
    this.#doc.off("beforeObserverCalls", this.#meetAuthors);
    this.#doc.off("afterTransaction", this.#forgetAuthors);
  }

  /** Keeps the names of `clients` up, and those of nobody else. */
  pointAt(clients: ReadonlySet<number>): void {
    const isSame = clients.size === this.pointedAt.size && [...clients].every((client) => this.pointedAt.has(client));
    if (isSame) return;
    this.pointedAt = clients;
    this.#view.dispatch({ annotations: caretsChanged.of(true) });
  }

  readonly #hear = ({ added, updated, removed }: Changes): void => {
    const states = this.#awareness.getStates();
    const now = performance.now();
    const others = [...added, ...updated, ...removed].filter((client) => client !== this.#awareness.clientID);
    for (const client of others) this.#positions.hear(client, states.get(client), now);
    if (others.length === 0) return;
    this.#timer ??= setTimeout(() => this.#view.dispatch({ annotations: caretsChanged.of(true) }), presenceAfterMs);
  };

  readonly #meetAuthors = ({ local, beforeState, afterState }: Y.Transaction): void => {
    if (local) return;
    const hasGrown = ([client, clock]: readonly [number, number]) => clock > (beforeState.get(client) ?? 0);
    this.#authors = new Set([...afterState].filter(hasGrown).map(([client]) => client));
  };

  readonly #forgetAuthors = (): void => {
    this.#authors = null;
  };

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.carets = this.#positions.carets(this.#view.state.doc.length);
    this.decorations = Decoration.set(this.carets.flatMap(selectionOf), true);
  }
}

function selectionOf({ hue, anchor, head }: Caret): Range<Decoration>[] {
  if (anchor === head) return [];
  const mark = Decoration.mark({ class: `remote-selection hue-${hue}` });
  return [mark.range(Math.min(anchor, head), Math.max(anchor, head))];
}

interface Sources {
  readonly text: Y.Text;
  readonly awareness: Awareness;
  /** What shows the text. */
  readonly binding: TextBinding;
}

const remoteCaretsPlugin = ViewPlugin.define(
  (view, { doc, ...sources }: Sources & { readonly doc: Y.Doc }) => new RemoteCarets(view, doc, sources),
  { decorations: ({ decorations }) => decorations },
);

/** Whether `transaction` tells where others are now, or whose names are to be shown. */
export function isCaretNews(transaction: Transaction): boolean {
  return transaction.annotation(caretsChanged) === true;
}

/** Shows where others are in the text of `doc` and tells them where one is oneself. */
export function remoteCarets(doc: Y.Doc, sources: Sources): Extension {
  return [
    ownCaret.of(sources),
    remoteCaretsPlugin.of({ doc, ...sources }),
    layer({
      above: true,
      class: "remote-carets",
      update: ({ docChanged, geometryChanged, transactions }) =>
        docChanged || geometryChanged || transactions.some(isCaretNews),
      markers: (view) => {
        const plugin = view.plugin(remoteCaretsPlugin);
        return plugin ? CaretMarker.all(view, plugin.carets, ({ client }) => plugin.pointedAt.has(client)) : [];
      },
    }),
  ];
}

/** Where others are in the text of `view` now. */
export function caretsIn(view: EditorView): readonly Caret[] {
  return view.plugin(remoteCaretsPlugin)?.carets ?? [];
}

/** Shows the names of `clients` for as long as nobody else is pointed at. */
export function pointAtCarets(view: EditorView, clients: Iterable<number>): void {
  view.plugin(remoteCaretsPlugin)?.pointAt(new Set(clients));
}

/** Scrolls to the caret of the first of `clients` that shows one; false when none does. */
export function scrollToCaret(view: EditorView, clients: readonly number[]): boolean {
  const caret = caretsIn(view).find(({ client }) => clients.includes(client));
  if (caret === undefined) return false;
  view.dispatch({ effects: EditorView.scrollIntoView(caret.head, { y: "center" }) });
  return true;
}
