import { describe, expect, test } from "vitest";
import { detectLanguage } from "../src/state/detect-language.ts";
import { languages, languageWithId } from "../src/state/language-list.ts";

const detect = (title: string, beginning = ""): string | null => detectLanguage(title, beginning, languages);

describe("the language of a text", () => {
  test("is that of the file which its title names", () => {
    for (const [title, id] of [
      ["main.rs", "rust"],
      ["Component.TSX", "tsx"],
      ["README.md", "markdown"],
      ["notes.txt", "plain"],
      ["Dockerfile", "dockerfile"],
      ["CMakeLists.txt", "cmake"],
      ["Gemfile", "ruby"],
      ["a.c", "c"],
      ["a.h", "c"],
      ["x.cpp", "cpp"],
      ["Program.cs", "csharp"],
      ["archive.tar.toml", "toml"],
    ] as const)
      expect(detect(title), title).toBe(id);
  });

  test("is nobody's guess where the title is no file's name", () => {
    for (const title of ["", "Minutes", "v1.5", "Plan 2.0", "see main.rs", "a/b.js", "Talk with Mr.X", "e.g", "3.14"])
      expect(detect(title), title).toBeNull();
  });

  test("is that of whoever runs it", () => {
    expect(detect("", "#!/usr/bin/env python3\nprint(1)")).toBe("python");
    expect(detect("", "#!/bin/bash\n")).toBe("shell");
    expect(detect("", "#!/usr/bin/env -S deno run\n")).toBe("typescript");
    expect(detect("", "#! /usr/local/bin/ruby2.7\n")).toBe("ruby");
    expect(detect("", "#!/bin/unheard-of\n")).toBeNull();
    expect(detect("", "#hashtag")).toBeNull();
  });

  test("is that which begins so", () => {
    expect(detect("", "<!DOCTYPE html>\n<p>")).toBe("html");
    expect(detect("", '{\n  "name": "samepage"\n}')).toBe("json");
    expect(detect("", '[{"a": 1}]')).toBe("json");
    expect(detect("", '<?xml version="1.0"?>')).toBe("xml");
    expect(detect("", "<?php echo 1;")).toBe("php");
    expect(detect("", "#include <stdio.h>\n")).toBe("cpp");
    expect(detect("", "diff --git a/x b/x\n")).toBe("diff");
    for (const prose of ["# Notes\n\nof today", "[a link](x)", "- [ ] a task", "{curly} words", "package of things"])
      expect(detect("", prose), prose).toBeNull();
  });

  test("is said by the file's name before the text", () => {
    expect(detect("data.yaml", '{"a": 1}')).toBe("yaml");
  });
});

test("every language has an id of its own, which fits what a document stores", () => {
  const ids = languages.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
  expect(languageWithId("unheard-of")).toBeUndefined();
  expect(ids.slice(0, 2)).toEqual(["markdown", "plain"]);
});
