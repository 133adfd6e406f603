/** Formulas and diagrams: drawn when they come near the window, by libraries that are loaded when the first one does. */

import type { FrameSettings, PreviewWords } from "../messages.ts";
import type { Sanitizer } from "./sanitize.ts";

/** How far outside of the window something is drawn, so that it is there when it is scrolled to. */
const nearPixels = 800;

const formulaSelector = ".math, code.language-math";
const diagramSelector = "code.language-mermaid";

export class Drawings {
  readonly #sanitizer: Sanitizer;
  readonly #words: PreviewWords;
  readonly #near: IntersectionObserver;
  readonly #diagrams = new Map<Element, string>();
  #theme: FrameSettings["theme"];
  /** What is drawn is drawn one after the other: the library for diagrams works in one place. */
  #queue: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(sanitizer: Sanitizer, words: PreviewWords, theme: FrameSettings["theme"]) {
    this.#sanitizer = sanitizer;
    this.#words = words;
    this.#theme = theme;
    const draw = (entries: readonly IntersectionObserverEntry[]): void => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        this.#near.unobserve(target);
        void this.#draw(target, "htmlAndMathml");
      }
    };
    this.#near = new IntersectionObserver(draw, { rootMargin: `${nearPixels}px` });
  }

  /** Draws what is in `piece`, when it comes near. */
  watch(piece: Element): void {
    if (hasDrawings(piece)) this.#near.observe(piece);
  }

  forget(piece: Element): void {
    this.#near.unobserve(piece);
  }

  /** Draws all that is in `root` now, for a page that stands by itself. */
  async drawAll(root: Element): Promise<void> {
    await this.#draw(root, "mathml");
  }

  /** Diagrams have the colours of their theme in them. */
  async setTheme(theme: FrameSettings["theme"]): Promise<void> {
    if (theme === this.#theme) return;
    this.#theme = theme;
    const drawn = [...this.#diagrams];
    this.#diagrams.clear();
    for (const [figure, source] of drawn) if (figure.isConnected) await this.#enqueue(figure, source);
  }

  async #draw(piece: Element, output: "htmlAndMathml" | "mathml"): Promise<void> {
    const formulas = piece.querySelectorAll(formulaSelector);
    if (formulas.length > 0) await this.#drawFormulas([...formulas], output);
    for (const code of piece.querySelectorAll(diagramSelector)) {
      const figure = document.createElement("figure");
      figure.className = "diagram";
      const source = code.textContent ?? "";
      (code.closest("pre") ?? code).replaceWith(figure);
      await this.#enqueue(figure, source);
    }
  }

  async #drawFormulas(formulas: readonly Element[], output: "htmlAndMathml" | "mathml"): Promise<void> {
    try {
      const { drawFormula } = await import("./formula.ts");
      for (const formula of formulas) drawFormula(formula, output, this.#words.formulaFault);
    } catch (error) {
      console.warn("formulas are not drawn:", error);
    }
  }

  #enqueue(figure: Element, source: string): Promise<void> {
    this.#queue = this.#queue.then(() => this.#drawDiagram(figure, source));
    return this.#queue;
  }

  async #drawDiagram(figure: Element, source: string): Promise<void> {
    this.#count += 1;
    try {
      const { drawDiagram } = await import("./diagram.ts");
      const theme = this.#theme;
      const svg = await drawDiagram(`diagram-${this.#count}`, source, theme);
      // Drawn while the colours changed, it would keep those of before.
      if (theme !== this.#theme) return await this.#drawDiagram(figure, source);
      figure.replaceChildren(this.#sanitizer.drawing(svg));
      keepLegible(figure);
      this.#diagrams.set(figure, source);
    } catch (error) {
      figure.replaceChildren(...this.#faultOf(source, error));
    }
  }

  #faultOf(source: string, error: unknown): Element[] {
    const fault = document.createElement("figcaption");
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    fault.textContent = [this.#words.diagramFault, reason].filter((part) => part !== "").join(" ");
    const code = document.createElement("pre");
    code.textContent = source;
    return [fault, code];
  }
}

function hasDrawings(piece: Element): boolean {
  return piece.querySelector(`${formulaSelector}, ${diagramSelector}`) !== null;
}

/**
 * Has `content.css` know how wide the drawing would be by itself: made much smaller, its words could not be read. It
 * scrolls then, by keyboard too.
 */
function keepLegible(figure: Element): void {
  const svg = figure.querySelector("svg");
  svg?.style.setProperty("--own-width", `${svg.viewBox.baseVal.width}px`);
  figure.setAttribute("tabindex", "0");
}
