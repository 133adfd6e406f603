/** Other people's carets and selections, and the telling of one's own. Positions travel as Yjs relative positions. */

import { Annotation, type Extension, type Range } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, layer, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { personOf } from "../state/people.ts";
import { type Caret, CaretMarker } from "./caret-marker.ts";
import { toldPosition } from "./told-position.ts";

/** How long news of carets wait, in milliseconds, for the letters that come with them: both are drawn at once then. */
const presenceAfterMs = 50;

const presenceChanged = Annotation.define<true>();

class RemoteCarets {
  decorations: DecorationSet = Decoration.none;
  carets: readonly Caret[] = [];
  readonly #view: EditorView;
  readonly #text: Y.Text;
  readonly #awareness: Awareness;
  /** When each client's caret was last moved by its owner, as `performance.now()` tells. */
  readonly #movedAt = new Map<number, { cursor: string; at: number }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listener: (change: Record<"added" | "updated" | "removed", number[]>) => void;

  constructor(view: EditorView, text: Y.Text, awareness: Awareness) {
    this.#view = view;
    this.#text = text;
    this.#awareness = awareness;
    this.#listener = ({ added, updated, removed }) => {
      const others = [...added, ...updated, ...removed].some((client) => client !== awareness.clientID);
      if (others) this.#readSoon();
    };
    awareness.on("change", this.#listener);
    this.#read();
  }

  update(update: ViewUpdate): void {
    if (update.selectionSet || update.docChanged || update.focusChanged) this.#tellOwn();
    const isNews = update.transactions.some((transaction) => transaction.annotation(presenceChanged));
    if (isNews || update.docChanged) this.#read();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#awareness.off("change", this.#listener);
  }

  #tellOwn(): void {
    const { anchor, head } = this.#view.state.selection.main;
    const relative = (position: number) => Y.createRelativePositionFromTypeIndex(this.#text, position);
    const cursor = this.#view.hasFocus ? { anchor: relative(anchor), head: relative(head) } : null;
    const told = this.#awareness.getLocalState()?.["cursor"] ?? null;
    if (JSON.stringify(cursor) !== JSON.stringify(told)) this.#awareness.setLocalStateField("cursor", cursor);
  }

  #readSoon(): void {
    this.#timer ??= setTimeout(() => this.#view.dispatch({ annotations: presenceChanged.of(true) }), presenceAfterMs);
  }

  #read(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const length = this.#view.state.doc.length;
    const carets: Caret[] = [];
    for (const [client, state] of this.#awareness.getStates()) {
      if (client === this.#awareness.clientID) continue;
      const cursor: unknown = state["cursor"];
      const at = this.#positionsOf(cursor);
      if (at === null) continue;
      const { name, hue } = personOf(client, state);
      const [anchor, head] = [Math.min(at.anchor, length), Math.min(at.head, length)];
      carets.push({ client, name, hue, anchor, head, movedAt: this.#movedAtOf(client, cursor) });
    }
    this.carets = carets;
    this.decorations = Decoration.set(carets.flatMap(selectionOf), true);
  }

  /** When `client` showed `cursor` for the first time since it showed another. */
  #movedAtOf(client: number, cursor: unknown): number {
    const stamp = JSON.stringify(cursor);
    const known = this.#movedAt.get(client);
    if (known?.cursor === stamp) return known.at;
    const at = performance.now();
    this.#movedAt.set(client, { cursor: stamp, at });
    return at;
  }

  #positionsOf(cursor: unknown): { readonly anchor: number; readonly head: number } | null {
    if (typeof cursor !== "object" || cursor === null || !("anchor" in cursor) || !("head" in cursor)) return null;
    const anchor = toldPosition(this.#text, cursor.anchor);
    const head = toldPosition(this.#text, cursor.head);
    return anchor === null || head === null ? null : { anchor, head };
  }
}

function selectionOf({ hue, anchor, head }: Caret): Range<Decoration>[] {
  if (anchor === head) return [];
  const mark = Decoration.mark({ class: `remote-selection hue-${hue}` });
  return [mark.range(Math.min(anchor, head), Math.max(anchor, head))];
}

const remoteCaretsPlugin = ViewPlugin.define(
  (view, { text, awareness }: { readonly text: Y.Text; readonly awareness: Awareness }) =>
    new RemoteCarets(view, text, awareness),
  { decorations: ({ decorations }) => decorations },
);

/** Shows where others are in `text` and tells them where one is oneself. */
export function remoteCarets(text: Y.Text, awareness: Awareness): Extension {
  return [
    remoteCaretsPlugin.of({ text, awareness }),
    layer({
      above: true,
      class: "remote-carets",
      update: ({ docChanged, geometryChanged, transactions }) =>
        docChanged || geometryChanged || transactions.some((transaction) => transaction.annotation(presenceChanged)),
      markers: (view) =>
        (view.plugin(remoteCaretsPlugin)?.carets ?? []).flatMap((caret) => CaretMarker.at(view, caret)),
    }),
  ];
}

/** Scrolls to the caret of the first of `clients` that shows one; false when none does. */
export function scrollToCaret(view: EditorView, clients: readonly number[]): boolean {
  const caret = view.plugin(remoteCaretsPlugin)?.carets.find(({ client }) => clients.includes(client));
  if (caret === undefined) return false;
  view.dispatch({ effects: EditorView.scrollIntoView(caret.head, { y: "center" }) });
  return true;
}
