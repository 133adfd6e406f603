/** Bytes as text: in UTF-8 where they are that, else in what they most probably are. Knows no file and no document. */

/**
 * What `bytes` say, and in which encoding, by its label for `TextDecoder`; null for what is no text. `languages` are those
 * that the browser asks for.
 */
export async function decodedText(
  bytes: Uint8Array,
  languages: readonly string[] = navigator.languages,
): Promise<{ text: string; encoding: string } | null> {
  const marked = markedEncoding(bytes);
  if (marked !== null) return inEncoding(bytes, marked);
  const isBinary = hasBinary(bytes);
  if (isBinary === "zeros") {
    const wide = unmarkedUtf16(bytes);
    return wide === null ? null : inEncoding(bytes, wide);
  }
  if (isBinary) return null;
  // What switches alphabets by escapes is ASCII to the byte, and so UTF-8.
  if (!bytes.includes(escapeByte)) {
    const utf8 = inEncoding(bytes, "utf-8");
    if (utf8 !== null) return utf8;
  }
  for (const encoding of [...(await probableEncodings(bytes, languages)), "utf-8", "windows-1252"]) {
    const decoded = inEncoding(bytes, encoding);
    if (decoded !== null && !/[\x80-\x9f]/.test(decoded.text)) return decoded;
  }
  return inEncoding(bytes, "windows-1252");
}

const escapeByte = 0x1b;

/** As many bytes as the kind of a file is looked for in. */
const sampleLength = 64 * 1_024;

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** What of `bytes` no text has: "zeros", which UTF-16 has, too, or so many controls that it is something else. */
function hasBinary(bytes: Uint8Array): "zeros" | boolean {
  const sample = bytes.subarray(0, sampleLength);
  if (bytes.includes(0)) return "zeros";
  const controls = sample.filter((byte) => byte < 0x20 && !isTextControl(byte)).length;
  return controls > sample.length / 100;
}

/** Tabs, line and page ends, and the escapes of ISO-2022 and of terminals. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x08 && byte <= 0x0d) || byte === escapeByte;
}

/** The UTF-16 of a text that is mostly in one alphabet: one of each pair of bytes is hardly ever anything but zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, sampleLength);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const pairs = sample.length / 2;
  if (odd > pairs / 2 && even < pairs / 50) return "utf-16le";
  return even > pairs / 2 && odd < pairs / 50 ? "utf-16be" : null;
}

/** So few bytes beyond ASCII say nothing of which Latin letters they are: "café" is as probably "cafę". */
const tellingBytes = 8;

/** The encodings of the Latin alphabet that a few bytes are taken for. */
const latin = /^(?:iso-8859-[129]|windows-125[02478])$/;

/** Where other Latin letters than those of windows-1252 are usual. */
const otherLatin = /^(?:az|bs|cs|et|hr|hu|lt|lv|pl|ro|sk|sl|sq|tr|vi)\b/i;

/** Most probable first, by how often which letters stand together. */
async function probableEncodings(bytes: Uint8Array, languages: readonly string[]): Promise<readonly string[]> {
  const { default: chardet } = await import("chardet");
  const sample = bytes.subarray(0, 4 * sampleLength);
  const probable = chardet.analyse(sample).map(({ name }) => name.toLowerCase());
  const isTelling = sample.filter((byte) => byte >= 0x80).length >= tellingBytes;
  const isLatin = latin.test(probable[0] ?? "");
  const isWestern = !languages.some((language) => otherLatin.test(language));
  return !isTelling && isLatin && isWestern ? ["windows-1252", ...probable] : probable;
}

/** `bytes` in this encoding; null where they are not, or the browser does not know it. */
function inEncoding(bytes: Uint8Array, encoding: string): { text: string; encoding: string } | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return text.includes("\0") ? null : { text, encoding: decoder.encoding };
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}
