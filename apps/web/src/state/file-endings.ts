/** What the files of a language end with, where their title does not say it. */

/** By the language's id. What is not listed is text. */
const endings: Readonly<Record<string, string>> = {
  c: "c",
  clojure: "clj",
  cpp: "cpp",
  csharp: "cs",
  css: "css",
  dart: "dart",
  diff: "diff",
  elixir: "ex",
  elm: "elm",
  erlang: "erl",
  fsharp: "fs",
  go: "go",
  haskell: "hs",
  html: "html",
  java: "java",
  javascript: "js",
  json: "json",
  jsx: "jsx",
  julia: "jl",
  kotlin: "kt",
  latex: "tex",
  less: "less",
  lua: "lua",
  markdown: "md",
  ocaml: "ml",
  perl: "pl",
  php: "php",
  powershell: "ps1",
  python: "py",
  r: "r",
  ruby: "rb",
  rust: "rs",
  sass: "sass",
  scala: "scala",
  scss: "scss",
  shell: "sh",
  sql: "sql",
  swift: "swift",
  toml: "toml",
  tsx: "tsx",
  typescript: "ts",
  vue: "vue",
  xml: "xml",
  yaml: "yaml",
};

/** The ending without its dot. */
export function endingOf(language: string): string {
  return Object.hasOwn(endings, language) ? (endings[language] ?? "txt") : "txt";
}
