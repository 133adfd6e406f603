/** The entries of an outline as lists within lists, as deep as they stand. */

import { type ReadonlySignal, useComputed } from "@preact/signals";
import type { OutlineEntry } from "../editor/outline.ts";
import { rest } from "../words/words.ts";

export interface OutlineNode {
  readonly entry: OutlineEntry;
  /** Its place among all entries. */
  readonly index: number;
  readonly children: OutlineNode[];
}

/** `entries` nested: each stands within the last one before it that is less deep. */
export function treeOf(entries: readonly OutlineEntry[]): readonly OutlineNode[] {
  const roots: OutlineNode[] = [];
  const open: OutlineNode[] = [];
  for (const [index, entry] of entries.entries()) {
    const node: OutlineNode = { entry, index, children: [] };
    while ((open.at(-1)?.entry.level ?? 0) >= entry.level) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

interface ListProps {
  readonly nodes: readonly OutlineNode[];
  /** The index of the entry whose part of the text is at the top of the window. */
  readonly current: ReadonlySignal<number>;
  readonly onChoose: (entry: OutlineEntry) => void;
}

export function OutlineList({ nodes, current, onChoose }: ListProps) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.index}>
          <OutlineButton node={node} current={current} onChoose={onChoose} />
          {node.children.length > 0 && <OutlineList nodes={node.children} current={current} onChoose={onChoose} />}
        </li>
      ))}
    </ul>
  );
}

function OutlineButton({ node, current, onChoose }: Omit<ListProps, "nodes"> & { node: OutlineNode }) {
  const isCurrent = useComputed(() => current.value === node.index).value;
  return (
    <button
      type="button"
      dir="auto"
      aria-current={isCurrent ? "location" : undefined}
      onClick={() => onChoose(node.entry)}
    >
      {node.entry.label || rest().outline.untitled}
    </button>
  );
}
