/** GitHub's task list items: `[ ]` or `[x]` at the start of a list item's first paragraph. */

import type { MarkdownIt, StateCore } from "./parser-types.ts";

const box = /^\[([ \t\n\v\f\rxX])\](?=[ \t\n])/;

function tasks(state: StateCore): void {
  for (const [index, paragraph] of state.tokens.entries()) {
    const inline = state.tokens[index + 1];
    if (paragraph.type !== "paragraph_open" || inline?.children == null) continue;
    if (state.tokens[index - 1]?.type !== "list_item_open") continue;
    const found = box.exec(inline.content);
    const first = inline.children[0];
    if (found === null || first?.type !== "text" || !first.content.startsWith(found[0].slice(0, 2))) continue;
    const token = new state.Token("task", "input", 0);
    const isDone = found[1] === "x" || found[1] === "X";
    token.attrs = [...(isDone ? [["checked", ""] as [string, string]] : []), ["disabled", ""], ["type", "checkbox"]];
    token.map = inline.map;
    first.content = first.content.slice(3);
    inline.children.unshift(token);
    state.tokens[index - 1]?.attrJoin("class", "task");
  }
}

/** Has `parser` read them, as checkboxes that cannot be ticked. */
export function taskItems(parser: MarkdownIt): void {
  parser.core.ruler.push("tasks", tasks);
}
