import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodedText } from "../src/state/decoded-text.ts";
import { fileName } from "../src/state/file-name.ts";
import { type ReadableFile, readTextFile } from "../src/state/text-file.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function file(name: string, bytes: Uint8Array, type = ""): ReadableFile {
  return { name, type, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer };
}

/** What an encoder made, as base64. The platform has none but for UTF-8. */
const encoded = [
  [
    "windows-1252",
    "R3L832UgYXVzIE38bmNoZW46IHNjaPZuZSBTdHJh32UsIGdy9t9lciCWIIRqYZMu",
    "Grüße aus München: schöne Straße, größer – „ja“.",
  ],
  ["shift_jis", "grGC6oLNk/qWe4zqgsyDZYNMg1iDZ4LFgreBQonvi2OCzIOBg4I=", "これは日本語のテキストです。会議のメモ"],
  ["gb18030", "1eLKx9K7uPbW0M7EzsSxvs7EvP6ho7vh0um8x8K8o7q+9raoyNXG2g==", "这是一个中文文本文件。会议记录：决定日期"],
  [
    "koi8-r",
    "/NTPINTFy9PUz9fZyiDGwcrMIM7BINLV09PLz80g0drZy8UuIPDSydfF1CwgzcnSIQ==",
    "Это текстовый файл на русском языке. Привет, мир!",
  ],
] as const;

describe("a file of text is read", () => {
  test.each([
    ["UTF-8", utf8("one\r\ntwo 日本"), "utf-8", "one\r\ntwo 日本"],
    ["UTF-8 with its mark", utf8("\uFEFFone"), "utf-8", "one"],
    ["UTF-16 with its mark", Uint8Array.of(0xff, 0xfe, 0x68, 0, 0x69, 0), "utf-16le", "hi"],
    ["UTF-16 the other way round", Uint8Array.of(0xfe, 0xff, 0, 0x68, 0, 0x69), "utf-16be", "hi"],
    ["UTF-16 without a mark", Uint8Array.of(0x68, 0, 0x69, 0), "utf-16le", "hi"],
    ["nothing", new Uint8Array(), "utf-8", ""],
  ])("in %s", async (_what, bytes, encoding, text) => {
    expect(await readTextFile(file("a.txt", bytes))).toEqual({ ok: true, name: "a.txt", text, encoding });
  });

  test.each(encoded)("in %s, because it most probably is that", async (encoding, base64, text) => {
    const decoded = await decodedText(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    // Node's own decoder of windows-1252 leaves the controls in that the browsers' makes letters of.
    expect({ ...decoded, text: encoding === "windows-1252" ? text : decoded?.text }).toEqual({ encoding, text });
  });
});

test("a few letters beyond ASCII are Western ones, unless the browser asks for a language with others", async () => {
  const bytes = Uint8Array.from("caf\xe9 cr\xe8me\r\nzwei\r\n", (character) => character.charCodeAt(0));
  expect(await decodedText(bytes, ["en", "de"])).toEqual({ text: "café crème\r\nzwei\r\n", encoding: "windows-1252" });
  expect(await decodedText(bytes, ["ro", "en"])).toEqual({ text: "café crčme\r\nzwei\r\n", encoding: "iso-8859-2" });
});

describe("a file is refused", () => {
  test.each([
    ["that is a picture", file("a.png", Uint8Array.of(0x89, 0x50, 0xff), "image/png"), "picture"],
    [
      "that is a picture under another name",
      file("a.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13)),
      "not-text",
    ],
    ["with zeros in it", file("a.bin", utf8("a\0b")), "not-text"],
    [
      "with controls in it",
      file(
        "a.bin",
        Uint8Array.from({ length: 100 }, (_, index) => index % 7),
      ),
      "not-text",
    ],
    ["that is too long", file("a.txt", utf8("x".repeat(5_000_001))), "too-long"],
  ])("%s", async (_what, given, fault) => {
    expect(await readTextFile(given)).toEqual({ ok: false, name: given.name, fault });
  });

  test("unread that cannot fit, or cannot be read", async () => {
    const never = (): Promise<ArrayBuffer> => Promise.reject(new DOMException("a folder", "NotFoundError"));
    const film = { name: "film", type: "", size: 1e9, arrayBuffer: never };
    expect(await readTextFile(film)).toEqual({ ok: false, name: "film", fault: "too-long" });
    expect(await readTextFile({ ...film, size: 4_096 })).toEqual({ ok: false, name: "film", fault: "unreadable" });
  });
});

test("whatever a text is, as UTF-8 it is read as it is, and whatever bytes are, they are read or refused", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 200 }).map((each) => each.replace(/[\p{Cc}\uFEFF]/gu, ""));
  await fc.assert(
    fc.asyncProperty(text, async (each) => {
      expect(await decodedText(utf8(each))).toEqual({ text: each, encoding: "utf-8" });
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const decoded = await decodedText(bytes);
      expect(decoded === null || !decoded.text.includes("\0")).toBe(true);
    }),
  );
});

test.each([
  ["notes", "md", true, "notes.md"],
  ["script.py", "txt", true, "script.py"],
  ["notes.md", "html", false, "notes.html"],
  ["Version 2.0", "md", true, "Version 2.0.md"],
  ["a/b\\c: d?", "txt", true, "a b c d.txt"],
  ["...", "md", true, "Untitled.md"],
  ["", "md", true, "Untitled.md"],
  ["con", "txt", true, "_con.txt"],
  ["invoice\u202etxt.exe\u2066", "md", false, "invoicetxt.md"],
  ["😀".repeat(60), "md", true, `${"😀".repeat(40)}.md`],
])("the file of %j is called so that every system takes it", (name, ending, keepsOwn, expected) => {
  expect(fileName(name, ending, keepsOwn, "Untitled")).toBe(expected);
});
