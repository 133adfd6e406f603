/**
 * GitHub's extended autolinks: addresses that stand in the text as they are. It follows cmark-gfm's `autolink.c`, which
 * says more than the specification does. Knows no other inline rule, but that open brackets keep links from starting.
 */

import type { MarkdownIt, StateCore, StateInline, Token } from "./parser-types.ts";

const space = /[\t\n\v\f\r ]/;

/** No entity of HTML is longer, in UTF-16 code units. */
const longestEntity = 40;

function signsIn(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** How much of `address` is one: what a sentence puts behind it is not part of it. */
function addressLength(address: string): number {
  const less = address.indexOf("<");
  let end = less === -1 ? address.length : less;
  // Counted once, and not anew at each sign that is left out: there may be as many as the text has.
  let unopened = signsIn(address.slice(0, end), ")") - signsIn(address.slice(0, end), "(");
  while (end > 0) {
    const last = address.charAt(end - 1);
    if ("?!.,:*_~'\"".includes(last)) end -= 1;
    else if (last === ";") {
      const entity = /&[a-zA-Z]+;$/.exec(address.slice(Math.max(0, end - longestEntity), end));
      end -= entity === null ? 1 : entity[0].length;
    } else if (last === ")") {
      if (unopened <= 0) break;
      unopened -= 1;
      end -= 1;
    } else break;
  }
  return end;
}

/** How long the domain at the start of `text` is; 0 when there is none. One without a dot does where a scheme stands. */
function domainLength(parser: MarkdownIt, text: string, mayBeShort: boolean): number {
  let dots = 0;
  let inLastPart = 0;
  let inPartBefore = 0;
  let at = 1;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "_") inLastPart += 1;
    else if (char === ".") {
      inPartBefore = inLastPart;
      inLastPart = 0;
      dots += 1;
    } else if (char !== "-" && !isHostCharacter(parser, text, at)) break;
  }
  if (inPartBefore > 0 || inLastPart > 0) return 0;
  return mayBeShort || dots > 0 ? at : 0;
}

function isHostCharacter(parser: MarkdownIt, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  const { isWhiteSpace, isPunctCharCode, isMdAsciiPunct } = parser.utils;
  return !isWhiteSpace(code) && !isMdAsciiPunct(code) && !isPunctCharCode(code);
}

/** Where the address ends that begins `text` with a domain of `length`. */
function pathEnd(text: string, length: number): number {
  const rest = text.slice(length).search(space);
  return addressLength(rest === -1 ? text : text.slice(0, length + rest));
}

function pushLink(state: StateInline, href: string, words: string): void {
  state.push("link_open", "a", 1).attrs = [["href", state.md.normalizeLink(href)]];
  state.push("text", "", 0).content = words;
  state.push("link_close", "a", -1);
}

/** The brackets that were opened before, in this run of text, and not closed: within them no address is a link. */
const openBrackets = new WeakMap<StateInline, number>();

function bracket(state: StateInline, isSilent: boolean): boolean {
  const char = state.src.charAt(state.pos);
  if (isSilent || (char !== "[" && char !== "]")) return false;
  const open = openBrackets.get(state) ?? 0;
  openBrackets.set(state, char === "[" ? open + 1 : Math.max(0, open - 1));
  state.pending += char;
  state.pos += 1;
  return true;
}

const mayLink = (state: StateInline, isSilent: boolean): boolean =>
  !isSilent && state.linkLevel === 0 && (openBrackets.get(state) ?? 0) === 0;

function schemeAddress(state: StateInline, isSilent: boolean): boolean {
  const { src, pos, md } = state;
  if (src.charCodeAt(pos) !== 58 || !src.startsWith("://", pos) || !mayLink(state, isSilent)) return false;
  const scheme = /[a-zA-Z]+$/.exec(state.pending)?.[0] ?? "";
  if (!/^(https?|ftp)$/i.test(scheme) || !src.startsWith(scheme, pos - scheme.length)) return false;
  const rest = src.slice(pos + 3, state.posMax);
  if (!isHostCharacter(md, rest, 0)) return false;
  const domain = domainLength(md, rest, true);
  const end = domain === 0 ? 0 : pathEnd(rest, domain);
  if (end === 0) return false;
  state.pending = state.pending.slice(0, -scheme.length);
  const address = `${scheme}://${rest.slice(0, end)}`;
  pushLink(state, address, address);
  state.pos = pos + 3 + end;
  return true;
}

function wwwAddress(state: StateInline, isSilent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 119 || !src.startsWith("www.", pos) || !mayLink(state, isSilent)) return false;
  if (pos > 0 && !/[*_~(\s]/.test(src.charAt(pos - 1))) return false;
  const rest = src.slice(pos, state.posMax);
  const domain = domainLength(state.md, rest, false);
  const end = domain === 0 ? 0 : pathEnd(rest, domain);
  if (end === 0) return false;
  const address = rest.slice(0, end);
  pushLink(state, `http://${address}`, address);
  state.pos = pos + end;
  return true;
}

/** Text up to the next character that may begin something, which `www.` may do too. */
const plainText = /(?:(?!www\.)[^\n!#$%&*+\-:<=>@[\\\]^_`{}~])+/y;

function text(state: StateInline, isSilent: boolean): boolean {
  plainText.lastIndex = state.pos;
  const found = plainText.exec(state.src)?.[0] ?? "";
  const length = Math.min(found.length, state.posMax - state.pos);
  if (length === 0) return false;
  if (!isSilent) state.pending += found.slice(0, length);
  state.pos += length;
  return true;
}

/** Mail's, with `mailto:` or without, and XMPP's, which may name a resource behind a slash. */
const mailAddress =
  /(?<![/a-zA-Z0-9.+_-])((?:mailto|xmpp):)?([a-zA-Z0-9.+_-]+@)((?:[a-zA-Z0-9_-]|\.(?=[a-zA-Z0-9]))*\.?)(\/[a-zA-Z0-9@.]+)?/g;

interface Part {
  readonly words: string;
  /** Null for what is no address. */
  readonly href: string | null;
}

/** The parts of `words`, of which some are addresses. */
function splitAtMail(words: string): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const found of words.matchAll(mailAddress)) {
    const [, scheme = "", name = "", domain = "", resource = ""] = found;
    const isXmpp = scheme === "xmpp:";
    const isFollowedByAt = words.charAt(found.index + scheme.length + name.length + domain.length) === "@";
    if (isFollowedByAt || !/\.[a-zA-Z0-9]/.test(domain) || !/[a-zA-Z.]$/.test(domain)) continue;
    const address = scheme + name + domain + (isXmpp ? resource : "");
    const shown = address.slice(0, addressLength(address));
    if (shown.length <= scheme.length + name.length) continue;
    parts.push({ words: words.slice(done, found.index), href: null });
    parts.push({ words: shown, href: scheme === "" ? `mailto:${shown}` : shown });
    done = found.index + shown.length;
  }
  return [...parts, { words: words.slice(done), href: null }].filter((part) => part.words !== "");
}

/** Mail's addresses are looked for in whole texts, when everything else is known. */
function mailAddresses(state: StateCore): void {
  for (const block of state.tokens) {
    if (!block.content.includes("@") || block.children === null) continue;
    let links = 0;
    block.children = block.children.flatMap((token) => {
      if (token.type === "link_open" || token.type === "link_close") links += token.nesting;
      if (token.type !== "text" || links > 0 || !token.content.includes("@")) return [token];
      return splitAtMail(token.content).flatMap((part) => tokensOf(state, part));
    });
  }
}

function tokensOf(state: StateCore, { words, href }: Part): Token[] {
  const text = new state.Token("text", "", 0);
  text.content = words;
  if (href === null) return [text];
  const open = new state.Token("link_open", "a", 1);
  open.attrs = [["href", state.md.normalizeLink(href)]];
  return [open, text, new state.Token("link_close", "a", -1)];
}

/** Has `parser` make them links. */
export function autolinks(parser: MarkdownIt): void {
  const { ruler } = parser.inline;
  ruler.at("text", text);
  ruler.before("newline", "scheme-address", schemeAddress);
  ruler.before("newline", "www-address", wwwAddress);
  ruler.after("image", "bracket", bracket);
  parser.core.ruler.push("mail-addresses", mailAddresses);
}
