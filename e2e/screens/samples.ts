/** What stands on the screens: people and texts as they might be. */

/** Oneself first. A hue is an index into the palette. */
export const people = [
  { name: "Quick Fox", hue: 6 },
  { name: "Calm Heron", hue: 0 },
  { name: "Merry Otter", hue: 4 },
  { name: "Brave Wren", hue: 1 },
  { name: "Gentle Seal", hue: 7 },
  { name: "Clever Lynx", hue: 3 },
  { name: "Patient Owl", hue: 5 },
  { name: "Curious Hare", hue: 8 },
  { name: "Bright Robin", hue: 2 },
  { name: "Quiet Marten", hue: 9 },
] as const;

export const notes = `# Launch notes

Everyone who opens this address is on the same page.
What says *Saved* is stored; what is written offline merges later.

## Before Friday

- [x] Freeze the schema
- [ ] Rehearse the restart with 1,000 people
- [ ] Read the threat model aloud
- [ ] Thank whoever found the race in the outbox

\`\`\`ts
const page = await join("/d/Vq3nT8yK2mZp");
page.text.insert(0, "hello");
\`\`\`

| Who   | What                | When     |
| ----- | ------------------- | -------- |
| Heron | the release notes   | Tuesday  |
| Otter | the rehearsal       | Thursday |

> Nothing is called saved before it is stored.

See [the plan](https://example.com/plan), and the footnote.[^1]

[^1]: There is one.
`;

/** Where the others have their carets in \`notes\`. */
export const placesInNotes = [
  "what is written offline merges later",
  "Read the threat model aloud",
  "Freeze the schema",
  "Everyone who opens",
  "## Before",
  "Rehearse the restart",
  "Thank whoever",
  "the release notes",
  "the rehearsal",
] as const;

export const code = `/** The smallest change that turns one text into another. */

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function smallestChange(before: string, after: string): Change | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  // A surrogate pair is never split.
  return {
    from: start,
    to: before.length - end,
    insert: after.slice(start, after.length - end),
  };
}

console.log(smallestChange("same page", "same old page")); // { from: 5, to: 5, insert: "old " }
`;

/** What was opened here, newest first. */
export const listedDocuments = [
  ["Launch notes", "Everyone who opens this address is on the same page."],
  ["smallest-change.ts", "The smallest change that turns one text into another."],
  ["Recipe book", "Sourdough: 500 g flour, 350 g water, 10 g salt, and patience."],
  ["Interview, second round", "A cache that forgets what was used longest ago"],
  ["Minutes of the meeting in which we decided how long the minutes of a meeting may be", "Present: all but one."],
  ["Reading list", "The Mythical Man-Month, again"],
  ["Untitled", ""],
].map(([title = "", excerpt = ""], index) => ({ id: String(index).repeat(22), title, excerpt }));

export const rich = `---
title: How far a stone falls
author: Merry Otter
---

# How far a stone falls

After $t$ seconds without air it has fallen

$$
s = \\frac{1}{2} g t^2
$$

\`\`\`mermaid
flowchart LR
  drop --> fall --> splash
\`\`\`

| Seconds | Metres |
| ------: | -----: |
|       1 |    4.9 |
|       2 |   19.6 |

- [x] Find a tall bridge
- [ ] Find a stone

\`\`\`py
def fallen(seconds: float) -> float:
    return 9.81 / 2 * seconds ** 2
\`\`\`

> Do not stand below.[^1]

[^1]: Nor let anybody else.
`;

/** Lines of code in the Markdown above, each with a word that stands by itself when its grammar is there. */
export const codeInMarkdown = [
  ["const page = await join", "await"],
  ["return 9.81", "return"],
] as const;
