import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";

const source = fileURLToPath(new URL("../src/", import.meta.url));

/** Attributes that a person sees or hears. */
const heard = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "title",
  "placeholder",
  "alt",
  "label",
]);

/** Called the same in every language. */
const names = /^(?:Samepage|ms|\P{L})+$/u;

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

/** The strings that `node` may give as it stands: of `a ? "one" : "other"` both. */
function stringsOf(node: Node): string[] {
  switch (node.type) {
    case "Literal":
    case "JSXText":
      return typeof node["value"] === "string" ? [node["value"]] : [];
    case "TemplateLiteral":
      return [node["quasis"]]
        .flat()
        .filter(isNode)
        .flatMap((quasi) => String(Reflect.get(Object(quasi["value"]), "raw")));
    case "JSXExpressionContainer":
    case "ConditionalExpression":
    case "LogicalExpression":
      return childrenOf(node)
        .filter((child) => child !== node["test"])
        .flatMap(stringsOf);
    case "BinaryExpression":
      return node["operator"] === "+" ? childrenOf(node).flatMap(stringsOf) : [];
    default:
      return [];
  }
}

/** What of the component `code` is shown or read out as it stands there. */
function shownLiterals(code: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === "JSXElement" || node.type === "JSXFragment") {
      for (const child of [node["children"]].flat().filter(isNode)) found.push(...stringsOf(child));
    }
    if (node.type === "JSXAttribute" && isNode(node["name"]) && heard.has(String(node["name"]["name"]))) {
      if (isNode(node["value"])) found.push(...stringsOf(node["value"]));
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(code));
  return found.map((text) => text.trim()).filter((text) => text !== "" && !names.test(text));
}

/** What of the module `code` reads as a sentence, but for what is thrown: that is for developers. */
function sentences(code: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === "ThrowStatement") return;
    found.push(...stringsOf(node));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(code));
  return found.filter((text) => /^\p{Lu}.*\p{L} \p{L}.*[.…?]$/u.test(text));
}

function parse(code: string): Node {
  const { program } = parseSync("part.tsx", code);
  const node: unknown = program;
  if (!isNode(node)) throw new Error("the code has no syntax tree");
  return node;
}

function files(pattern: string): string[] {
  return globSync(pattern, { cwd: source }).sort();
}

describe("the interface's text", () => {
  test.each(files("**/*.tsx"))("stands in no component: %s", (file) => {
    expect(shownLiterals(readFileSync(source + file, "utf8"))).toEqual([]);
  });

  test.each(files("{connection,state,editor,preview,ui}/**/*.ts"))("stands in no other module: %s", (file) => {
    expect(sentences(readFileSync(source + file, "utf8"))).toEqual([]);
  });

  test("is found where it would be shown or heard", () => {
    const component = `
      const Part = () => (
        <p class="lead" aria-label={isOne ? "One" : \`Other \${name}\`} title="Title">
          Shown {count > 1 && "more"} <b>{words().bold}</b> Samepage · {count + " left"}
        </p>
      );`;
    expect(shownLiterals(component)).toEqual(["Shown", "more", "left", "One", "Other", "Title"]);
    expect(sentences(`say("Nothing was lost."); throw new Error("It does not go on."); at("a/b.c");`)).toEqual([
      "Nothing was lost.",
    ]);
  });
});
