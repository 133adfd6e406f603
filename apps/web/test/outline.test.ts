import { javascript } from "@codemirror/lang-javascript";
import { markdownLanguage } from "@codemirror/lang-markdown";
import { language } from "@codemirror/language";
import { EditorState, Text } from "@codemirror/state";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { type OutlineEntry, OutlineReader, outlineOf } from "../src/editor/outline.ts";

function outlined(text: string): string[] {
  const entries = outlineOf(markdownLanguage.parser.parse(text), Text.of(text.split("\n")));
  return entries.map(({ label, level }) => `${"#".repeat(level)} ${label}`);
}

test("lists headings of both kinds, without their marks and those of what they hold", () => {
  const text = "# A *fine* `plan` #\n\nSecond\n---\n\n### [Link](https://example.com) and **bold**\n\n#\n";
  expect(outlined(text)).toEqual(["# A fine plan", "## Second", "### Link and bold", "# "]);
});

test("takes front matter for no heading", () => {
  expect(outlined("---\ntitle: Plan\n---\n\n# One\n\nTwo\n---\n")).toEqual(["# One", "## Two"]);
});

test("takes no line of code for a heading", () => {
  expect(outlined("# One\n\n```sh\n# not one\n```\n\n    # nor this\n")).toEqual(["# One"]);
});

const piece = fc.constantFrom("# One\n", "\n", "Two\n---\n", "```\n", "> # Three\n", "words ", "## ", "\t");

test("reading on after random edits tells what reading anew tells, and where it stands by then", () => {
  vi.useFakeTimers();
  // A clock that goes on with each look at it: a slice is a few steps long.
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 3;
    return now;
  });
  const edits = fc.array(fc.record({ at: fc.nat(400), remove: fc.nat(20), insert: piece }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), edits, fc.boolean(), (pieces, changes, isRead) => {
      let told: readonly OutlineEntry[] = [];
      const reader = new OutlineReader((entries) => {
        told = entries;
      });
      let state = EditorState.create({ doc: pieces.join(""), extensions: [language.of(markdownLanguage)] });
      reader.read(state, null);
      for (const { at, remove, insert } of changes) {
        if (isRead) vi.advanceTimersToNextTimer();
        const from = Math.min(at, state.doc.length);
        const { state: next, changes: change } = state.update({
          changes: { from, to: Math.min(from + remove, state.doc.length), insert },
        });
        state = next;
        reader.read(state, change);
      }
      vi.runAllTimers();
      const anew = outlineOf(markdownLanguage.parser.parse(state.doc.toString()), state.doc);
      expect(told.map((entry) => ({ ...entry, from: reader.placeOf(entry) }))).toEqual(anew);
    }),
  );
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("lists what code declares, nested as it stands", () => {
  const text = "class Page {\n  open() {}\n}\nfunction close() {}\nconst no = 1;\ninterface Kept {}\n";
  const tree = javascript({ typescript: true }).language.parser.parse(text);
  const entries = outlineOf(tree, Text.of(text.split("\n")));
  expect(entries.map(({ label, level }) => [label, level])).toEqual([
    ["Page", 1],
    ["open", 2],
    ["close", 1],
    ["Kept", 1],
  ]);
});
