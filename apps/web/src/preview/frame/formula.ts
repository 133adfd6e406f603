/** One formula, drawn by KaTeX as elements, never as HTML text. It may neither link, load nor name anything (`trust`). */

import "katex/dist/katex.css";
import katex from "katex";

/** Longer formulas, and those that expand to more, are no formulas. */
const limits = { maxExpand: 500, maxSize: 20 };

/** Draws the formula that `element` holds as text into it, or leaves it with `fault` as its title. */
export function drawFormula(element: Element, output: "htmlAndMathml" | "mathml", fault: string): void {
  const isBlock = element.matches("code, .math-display");
  const formula = element.textContent ?? "";
  const place = document.createElement(isBlock ? "div" : "span");
  place.className = isBlock ? "formula formula-display" : "formula";
  try {
    const options = { displayMode: isBlock, output, trust: false, strict: "ignore", throwOnError: true } as const;
    katex.render(formula, place, { ...options, ...limits });
    (element.closest("pre") ?? element).replaceWith(place);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, "") : "";
    element.classList.add("formula-fault");
    element.setAttribute("title", `${fault} ${reason}`);
  }
}
