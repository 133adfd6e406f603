/**
 * A Markdown text as HTML that stands by itself: sanitised, coloured, formulas as MathML, diagrams as SVG, styles within.
 * Loaded on demand. It is made where the preview is, in a sandboxed frame that nobody sees.
 */

import { inHiddenFrame } from "./hidden-frame.ts";

export interface StandaloneOptions {
  /** The document's name, for the page's title. */
  readonly title: string;
  /** `page`, the default: a whole HTML file. `fragment`: its content alone, without styles, for the clipboard. */
  readonly shape?: "page" | "fragment";
  /** BCP 47, for `<html lang>`; without it, none. */
  readonly locale?: string;
}

/**
 * Renders `text`. The string is sanitised and safe wherever HTML is read. Needs a document with a body, and the words of
 * what is loaded on demand (`withRest`).
 * @throws Error when it could not be rendered, as without a network
 */
export async function renderStandalone(text: string, options: StandaloneOptions): Promise<string> {
  const { html, style } = await inHiddenFrame(
    text,
    { locale: options.locale ?? "", direction: "ltr" },
    async (frame) => {
      frame.send({ kind: "serialize" });
      return frame.take("serialized");
    },
  );
  return options.shape === "fragment" ? html : pageOf(html, style, options);
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (char) => escapes[char] ?? char);
}

/** What the file may do where it is opened: show itself, and pictures. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:";

function pageOf(html: string, style: string, { title, locale }: StandaloneOptions): string {
  const language = locale === undefined ? "" : ` lang="${escapeHtml(locale)}"`;
  return `<!doctype html>
<html${language} data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${style.replaceAll("</", "<\\/")}
</style>
</head>
<body>
<main id="preview">
${html}
</main>
</body>
</html>
`;
}
