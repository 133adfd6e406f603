/** One diagram, drawn by Mermaid as SVG without HTML, links or scripts. What it gives is sanitised before it is shown. */

import mermaid, { type MermaidConfig } from "mermaid";

/** What a diagram may not change by its own directives, besides what Mermaid itself keeps from it. */
const secure = [
  ...["secure", "securityLevel", "startOnLoad", "maxTextSize", "suppressErrorRendering", "maxEdges", "htmlLabels"],
  ...[
    "themeCSS",
    "fontFamily",
    "altFontFamily",
    "dompurifyConfig",
    "deterministicIds",
    "legacyMathML",
    "forceLegacyMathML",
  ],
  ...["theme", "darkMode"],
];

function configOf(theme: "light" | "dark"): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: "strict",
    theme: theme === "dark" ? "dark" : "neutral",
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    maxTextSize: 50_000,
    maxEdges: 1_000,
    fontFamily: "inherit",
    suppressErrorRendering: true,
    secure,
  };
}

/** @throws Error that says what is wrong with `source` */
export async function drawDiagram(id: string, source: string, theme: "light" | "dark"): Promise<string> {
  mermaid.initialize(configOf(theme));
  return (await mermaid.render(id, source)).svg;
}
