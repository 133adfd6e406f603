import { describe, expect, test } from "vitest";
import { titleFromText } from "../src/title-from-text.ts";

describe("a text without a title", () => {
  test("is called by its first heading or line", () => {
    expect(titleFromText("\n\n## Before *Friday*\n")).toBe("Before Friday");
    expect(titleFromText("- [ ] Read the threat model")).toBe("Read the threat model");
    expect(titleFromText("---\n12. Chapter")).toBe("Chapter");
    expect(titleFromText("***\n\n")).toBe("");
    expect(titleFromText('---\ntitle: "How far a stone falls"\nauthor: Otter\n---\n# A stone')).toBe(
      "How far a stone falls",
    );
    expect(titleFromText("---\nauthor: Otter\n---\n\n# A stone")).toBe("A stone");
    expect(titleFromText("x".repeat(200))).toHaveLength(81);
    expect(titleFromText("# \u202egnp.\u2066exe\0\tfile\u2069")).toBe("gnp.exe file");
  });
});
