/** The text that a request brings: how much of it is sent is not ours to choose, how much of it is read is. */

import { problem } from "./problem.ts";

/** An escape as `\u20ac`: some write one for everything that is not ASCII. */
const bytesPerEscape = 6;

/** The names, brackets and spaces of a small JSON object; what stands outside of its texts is never more. */
const jsonWrapperBytes = 1_024;

/**
 * The body of `request`, "" where there is none, or the answer that says why it cannot be had. No more than `maxBytes`
 * and what came with them is read. A byte order mark is kept.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string | Response> {
  if (request.body === null) return "";
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  let length = 0;
  for (;;) {
    const chunk = await nextChunk(reader);
    if (chunk === "broken") return problem(400, "The body broke off, or was not sent as HTTP says. It was not used.");
    length += chunk?.length ?? 0;
    if (length > maxBytes) {
      await reader.cancel();
      return problem(413, `The body is longer than ${maxBytes} bytes, the most that is read here. It was not used.`);
    }
    const part = decode(decoder, chunk);
    if (part === null) {
      await reader.cancel();
      return problem(400, "The body is not text in UTF-8. It was not used.");
    }
    parts.push(part);
    if (chunk === null) return parts.join("");
  }
}

/** Null at the end. */
async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | null | "broken"> {
  try {
    const { value, done } = await reader.read();
    return done ? null : value;
  } catch {
    return "broken"; // Reading fails for what the sender does: it went away, or its chunks have no sizes.
  }
}

/** `chunk` as text, or what is left at the end (null). Null when that is not UTF-8. */
function decode(decoder: TextDecoder, chunk: Uint8Array | null): string | null {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * What `json` says, or undefined when it is not JSON, or more than a few texts with what holds them together: megabytes
 * of brackets or names would be parsed for seconds, and become objects of many times their size.
 */
export function parseJson(json: string): unknown {
  if (!isFewTexts(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isFewTexts(json: string): boolean {
  let outside = 0;
  for (let at = 0; at < json.length; ) {
    const begin = indexOrEnd(json, '"', at);
    outside += begin - at;
    if (outside > jsonWrapperBytes) return false;
    at = begin + 1;
    do at = indexOrEnd(json, '"', at) + 1;
    while (isEscaped(json, at - 1));
  }
  return true;
}

function indexOrEnd(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index === -1 ? text.length : index;
}

/** Whether an odd number of backslashes stands before what is at `index`. */
function isEscaped(json: string, index: number): boolean {
  if (index >= json.length) return false;
  let before = index;
  while (json[before - 1] === "\\") before -= 1;
  return (index - before) % 2 === 1;
}

/** The bytes of a JSON object whose texts have `codeUnits` together, even if each of these is escaped. */
export function maxJsonBytes(codeUnits: number): number {
  return codeUnits * bytesPerEscape + jsonWrapperBytes;
}
