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

/** The page's own colours, as they are now. */
function colours(): Readonly<Record<string, string>> {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const [paper, chrome, ink, ink2, line] = [
    token("paper"),
    token("chrome"),
    token("ink"),
    token("ink-2"),
    token("edge"),
  ];
  if (paper === "") return {};
  return {
    background: paper,
    primaryColor: chrome,
    primaryTextColor: ink,
    primaryBorderColor: line,
    secondaryColor: token("accent-soft"),
    tertiaryColor: paper,
    lineColor: ink2,
    textColor: ink,
    noteBkgColor: token("accent-soft"),
    noteTextColor: ink,
    noteBorderColor: line,
    edgeLabelBackground: paper,
  };
}

function configOf(theme: "light" | "dark"): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: "strict",
    theme: "base",
    look: "classic",
    themeVariables: { ...colours(), darkMode: theme === "dark", useGradient: false, dropShadow: "none" },
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
