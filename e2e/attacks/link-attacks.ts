/** Addresses that would run something, in every form in which a text can have an address. */

/** What each attack tries to do: to leave a trace that `e2e/attacks/watch.ts` looks for. */
export const deed = "globalThis.ran=1";

const encoded = (text: string): string => [...text].map((char) => `&#${char.charCodeAt(0)};`).join("");

/** Addresses as they are written; some only where HTML or Markdown decodes them. */
const addresses: readonly string[] = [
  `javascript:${deed}`,
  `JaVaScRiPt:${deed}`,
  `javascript&colon;${deed}`,
  `${encoded("javascript")}:${deed}`,
  `&#x6A;avascript:${deed}`,
  `java&#09;script:${deed}`,
  `java&Tab;script&NewLine;:${deed}`,
  `&#1;javascript:${deed}`,
  `&#32;javascript:${deed}`,
  `javascript:%67lobalThis.ran=1`,
  `javascript://example.com/%0A${deed}`,
  `vbscript:${deed}`,
  `data:text/html,<script>${deed}</script>`,
  `data:text/html;base64,${Buffer.from(`<script>${deed}</script>`).toString("base64")}`,
  `data:image/svg+xml,<svg%20xmlns='http://www.w3.org/2000/svg'%20onload='${deed}'/>`,
  `blob:https://example.com/${deed}`,
  `view-source:javascript:${deed}`,
  `feed:javascript:${deed}`,
];

const forms: Readonly<Record<string, (address: string) => string>> = {
  "a link": (address) => `[words](${address})`,
  "a link in angle brackets": (address) => `[words](<${address}> "title")`,
  "a link by reference": (address) => `[words][name]\n\n[name]: <${address}>`,
  "an autolink": (address) => `<${address}>`,
  "an image": (address) => `![words](<${address}>)`,
  "a link around an image": (address) => `[![words](data:,)](<${address}>)`,
  "a heading": (address) => `# [words](<${address}>)`,
  "a table's cell": (address) => `| a |\n|---|\n| [words](<${address}>) |`,
  "a footnote": (address) => `word[^1]\n\n[^1]: [words](<${address}>)`,
  "an HTML link": (address) => `<a href="${address}">words</a>`,
  "an SVG link": (address) => `<svg><a xlink:href="${address}"><text y="20">words</text></a></svg>`,
  "a MathML link": (address) => `<math><mtext href="${address}">words</mtext></math>`,
  "a form": (address) =>
    `<form action="${address}"><button>words</button><input type="submit" formaction="${address}"></form>`,
  "a frame": (address) => `<p><embed src="${address}"><object data="${address}"></object></p>`,
  "a base and a refresh": (address) =>
    `<base href="${address}"><meta http-equiv="refresh" content="0; url=${address}"><link rel="stylesheet" href="${address}">`,
};

/** Each address in each form. */
export const linkAttacks: readonly string[] = Object.values(forms).flatMap((form) => addresses.map(form));
