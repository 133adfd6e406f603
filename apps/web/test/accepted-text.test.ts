import { EditorSelection, EditorState } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptedText } from "../src/editor/accepted-text.ts";

function editor(doc: string, most = 1_000): EditorState {
  return EditorState.create({
    doc,
    extensions: acceptedText(
      () => most,
      () => undefined,
    ),
  });
}

function changed(doc: string, from: number, to: number, insert: string): string {
  return editor(doc).update({ changes: { from, to, insert } }).newDoc.toString();
}

describe("what comes into the text", () => {
  test("keeps a pair whose halves come together, and a half that comes alone shows that something is missing", () => {
    const { state } = editor("ab").update({
      changes: [
        { from: 1, insert: "\uD83D" },
        { from: 1, insert: "\uDE00" },
      ],
    });
    expect(state.doc.toString()).toBe("a😀b");
    expect(changed("ab", 1, 1, "\uD83D")).toBe("a\uFFFDb");
    expect(changed("ab", 1, 1, "\uDE00")).toBe("a\uFFFDb");
  });

  test("changes a pair as a whole, as when one emoji takes the place of another", () => {
    expect(changed("a😀b", 2, 3, "\uDE01")).toBe("a😁b");
    expect(changed("a😀b", 1, 2, "")).toBe("ab");
    expect(changed("a😀b", 2, 3, "")).toBe("ab");
    expect(changed("a😀b", 2, 4, "x")).toBe("ax");
  });

  test("has one kind of line end", () => {
    expect(changed("", 0, 0, "one\r\ntwo\rthree\nfour")).toBe("one\ntwo\nthree\nfour");
  });

  test("is well-formed whatever is put in, and otherwise what was put in", () => {
    const unit = fc.constantFrom("a", "\n", "\uD83D", "\uDE00", "😀", "é");
    const anyText = fc.array(unit, { maxLength: 12, size: "max" }).map((units) => units.join(""));
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), anyText, (given, one, other, insert) => {
        const doc = given.toWellFormed();
        const [from, to] = [one % (doc.length + 1), other % (doc.length + 1)].sort((a, b) => a - b);
        const anchor = (from ?? 0) + insert.length;
        const change = { from: from ?? 0, to: to ?? 0, insert };
        const transaction = editor(doc).update({ changes: change, selection: EditorSelection.cursor(anchor) });
        const text = transaction.newDoc.toString();
        expect(text.isWellFormed()).toBe(true);
        expect(transaction.newSelection.main.head).toBeLessThanOrEqual(text.length);
        const plain = doc.slice(0, change.from) + insert + doc.slice(change.to);
        if (plain.isWellFormed() && insert.isWellFormed() && insert !== "") expect(text).toBe(plain);
      }),
      { numRuns: 2_000 },
    );
  });

  test("may take the place of as much, however near the text is to what it may be", () => {
    const state = editor("a".repeat(20_000), 20_000);
    const replaced = state.update({ changes: { from: 0, to: 20_000, insert: "b".repeat(20_000) }, userEvent: "input" });
    expect(replaced.newDoc.toString()).toBe("b".repeat(20_000));
  });

  test("is nothing at all when the text would be too long, unless others wrote it", () => {
    const state = editor("12345678", 10);
    const change = { changes: { from: 0, insert: "abc" } };
    expect(state.update({ ...change, userEvent: "input.paste" }).newDoc.toString()).toBe("12345678");
    expect(state.update(change).newDoc.toString()).toBe("abc12345678");
    const long = editor("123456789012", 10);
    const shorter = { changes: { from: 0, to: 3, insert: "x" }, userEvent: "input.type" };
    expect(long.update(shorter).newDoc.toString()).toBe("x456789012");
  });
});
