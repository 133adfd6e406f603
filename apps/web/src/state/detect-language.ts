/** Which language a text seems to be in, by its title, its first line or its beginning. Guesses nothing: null is an answer. */

/** What of a language it is recognised by. */
interface Recognised {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly filename: RegExp | null;
}

/** A title that is a file's name has no spaces and ends with a dot and letters. */
const fileName = /^[^\s/\\]+\.([a-z0-9+#_-]{1,12})$/i;

/** Of endings of one sign, those that people use: "v1.5" is no manual page, and "Plan.b" nothing at all. */
const shortExtensions = new Set(["c", "h", "r"]);

/** Who runs a script whose first line says so. */
const interpreters: readonly (readonly [RegExp, string])[] = [
  [/^python[\d.]*$/, "python"],
  [/^(ba|z|da|k|a)?sh$/, "shell"],
  [/^(node|nodejs)$/, "javascript"],
  [/^(deno|bun|ts-node|tsx)$/, "typescript"],
  [/^ruby[\d.]*$/, "ruby"],
  [/^perl[\d.]*$/, "perl"],
  [/^php[\d.]*$/, "php"],
  [/^lua(jit)?[\d.]*$/, "lua"],
  [/^Rscript$/, "r"],
  [/^pwsh$/, "powershell"],
  [/^(tclsh|wish)[\d.]*$/, "tcl"],
  [/^(julia|groovy|crystal)$/, "$1"],
];

/** Beginnings that no other language has, and no prose. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^\s*<!doctype html|^\s*<html[\s>]/i, "html"],
  [/^\s*<\?php\b/, "php"],
  [/^\s*<\?xml\s/, "xml"],
  [/^\s*<svg[\s>]/, "xml"],
  [/^\s*\\documentclass\b/m, "latex"],
  [/^diff --git |^--- \S.*\n\+\+\+ \S/m, "diff"],
  [/^\s*\{\s*("(?:[^"\\\n]|\\.)*"\s*:|\}\s*$)/, "json"],
  [/^\s*\[\s*(\{\s*"|"(?:[^"\\\n]|\\.)*"\s*[,\]])/, "json"],
  [/^package \w+;?\s*\n[\s\S]*\bfunc \w*\(/m, "go"],
  [/^#include\s*[<"]/m, "cpp"],
  [/^-----BEGIN PGP /, "pgp"],
  [/^%YAML /, "yaml"],
];

/**
 * The id of the language of a text called `title` that begins with `beginning`, or null when nothing says so. What is
 * said more plainly counts more: the name of a file, then its first line, then what it begins with.
 */
export function detectLanguage(title: string, beginning: string, languages: readonly Recognised[]): string | null {
  return byFileName(title.trim(), languages) ?? byFirstLine(beginning) ?? byBeginning(beginning);
}

function byFileName(title: string, languages: readonly Recognised[]): string | null {
  if (/[\s/\\]/.test(title) || title === "") return null;
  const byName = languages.find(({ filename }) => filename?.test(title));
  if (byName !== undefined) return byName.id;
  const extension = fileName.exec(title)?.[1];
  if (extension === undefined || (extension.length === 1 && !shortExtensions.has(extension.toLowerCase()))) return null;
  const has = (wanted: string) => languages.find(({ extensions }) => extensions.includes(wanted))?.id;
  return has(extension) ?? has(extension.toLowerCase()) ?? null;
}

function byFirstLine(beginning: string): string | null {
  const interpreter = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*)?(?:\S*\/)?([\w.-]+)/.exec(beginning)?.[1];
  if (interpreter === undefined) return null;
  for (const [name, id] of interpreters) if (name.test(interpreter)) return id === "$1" ? interpreter : id;
  return null;
}

function byBeginning(beginning: string): string | null {
  return beginnings.find(([pattern]) => pattern.test(beginning))?.[1] ?? null;
}
