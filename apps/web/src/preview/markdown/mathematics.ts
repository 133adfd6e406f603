/**
 * GitHub's mathematics: `$…$` and `$`…`$` in a line, `$$…$$` for itself, in lines of its own too. What stands between is
 * handed on as it is; the frame draws it.
 */

import type { MarkdownIt, StateBlock, StateInline } from "./parser-types.ts";

const dollar = 36;

/** Not "$5 and $6": no space inside, and neither a letter nor a digit where it ends. */
const inLine = /\$(?!\s)((?:\\[\s\S]|[^\\$])+?)(?<!\s)\$(?![\w$])/y;
const inLineCode = /\$`([^`\n]+)`\$/y;
const forItself = /\$\$((?:\\[\s\S]|[^\\$]|\$(?!\$))+)\$\$/y;

function inline(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== dollar) return false;
  const isAfterWord = state.pos > 0 && /[\w$]/.test(state.src.charAt(state.pos - 1));
  for (const [kind, pattern] of [
    ["display", forItself],
    ["inline", inLineCode],
    ["inline", inLine],
  ] as const) {
    pattern.lastIndex = state.pos;
    const [whole, formula] = pattern.exec(state.src) ?? [];
    if (whole === undefined || formula === undefined || state.pos + whole.length > state.posMax) continue;
    if (formula.trim() === "" || (kind === "inline" && isAfterWord)) continue;
    if (!isSilent) {
      const token = state.push("math_inline", "span", 0);
      token.content = formula.trim();
      token.markup = kind;
    }
    state.pos += whole.length;
    return true;
  }
  return false;
}

function block(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  const lineAt = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !lineAt(startLine).startsWith("$$")) return false;
  const lines: string[] = [];
  let end = -1;
  // A blank line ends what was not closed: one dollar too many must not take the rest of the text.
  for (let line = startLine; line < endLine && !state.isEmpty(line); line += 1) {
    if ((state.sCount[line] ?? 0) < state.blkIndent) break;
    const text = line === startLine ? lineAt(line).slice(2) : lineAt(line);
    const isClosed = text.trimEnd().endsWith("$$");
    if (!isClosed && text.includes("$$")) return false;
    lines.push(isClosed ? text.trimEnd().slice(0, -2) : text);
    if (!isClosed) continue;
    end = line + 1;
    break;
  }
  const formula = lines.join("\n").trim();
  if (end === -1 || formula === "" || formula.includes("$$")) return false;
  if (isSilent) return true;
  const token = state.push("math_block", "div", 0);
  token.content = formula;
  token.map = [startLine, end];
  state.line = end;
  return true;
}

/** Has `parser` read it, as `<span class="math">` and `<div class="math">` with the formula as text. */
export function mathematics(parser: MarkdownIt): void {
  parser.inline.ruler.after("escape", "math", inline);
  parser.block.ruler.before("fence", "math", block, { alt: ["paragraph", "reference", "blockquote", "list"] });
  const { escapeHtml } = parser.utils;
  parser.renderer.rules["math_inline"] = (tokens, index) => {
    const token = tokens[index];
    const kind = token?.markup === "display" ? "math math-display" : "math";
    return `<span class="${kind}">${escapeHtml(token?.content ?? "")}</span>`;
  };
  parser.renderer.rules["math_block"] = (tokens, index, _options, _env, renderer) => {
    const token = tokens[index];
    if (token === undefined) return "";
    return `<div class="math math-display"${renderer.renderAttrs(token)}>${escapeHtml(token.content)}</div>\n`;
  };
}
