import { languages } from "@codemirror/language-data";
import { describe, expect, it } from "vitest";
import { fenceLanguage } from "../src/state/fence-language.ts";

const nameOf = (word: string) => fenceLanguage(languages, word)?.name;

describe("the language of a block of code", () => {
  it("is found by its name and by its other names, however they are written", () => {
    expect(["TypeScript", "ts", "Shell", "sh", "c++"].map(nameOf)).toEqual([
      "TypeScript",
      "TypeScript",
      "Shell",
      "Shell",
      "C++",
    ]);
  });

  it("is found by how its files end", () => {
    expect(["py", "rs", "kt", "md"].map(nameOf)).toEqual(["Python", "Rust", "Kotlin", "Markdown"]);
  });

  it("is none where text is meant, or nothing that is known", () => {
    expect(["text", "txt", "log", "mermaid", "klingon"].map(nameOf)).toEqual(Array(5).fill(undefined));
  });
});
