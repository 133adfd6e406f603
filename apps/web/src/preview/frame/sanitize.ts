/**
 * What of a text's HTML is shown. Nothing comes into the frame's document but through here: Trusted Types allow no other
 * way. Knows no Markdown.
 */

import DOMPurify, { type Config } from "dompurify";

/** What could send, ask for, cover or confuse something, or is looked for by what this frame does itself. */
const forbiddenTags = [
  ...[
    "style",
    "form",
    "button",
    "select",
    "option",
    "optgroup",
    "textarea",
    "fieldset",
    "legend",
    "datalist",
    "output",
  ],
  ...["dialog", "template", "slot", "audio", "video", "source", "track", "map", "area", "marquee", "blink", "menu"],
];

const forbiddenAttributes = [
  ...["style", "tabindex", "autofocus", "accesskey", "contenteditable", "popover", "popovertarget", "usemap"],
  ...["popovertargetaction", "background", "bgcolor", "autoplay", "controls", "slot", "part", "form", "action"],
];

/** What links may lead to: the web, mail and what is in the text. Images may also bring their picture along (`data:`). */
const addresses = /^(?:(?:https?|mailto|ftp|xmpp):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;

/** The classes that the renderer gives: no text takes another one, and so no rule that is not meant for it. */
const ownClasses =
  /^(?:language-[\w+#-]+|c-[a-z]+|math|math-display|task|footnotes|footnote-ref|footnote-back|front-matter|says-address)$/;

const config = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: forbiddenTags,
  FORBID_ATTR: forbiddenAttributes,
  ALLOWED_URI_REGEXP: addresses,
  SANITIZE_NAMED_PROPS: true,
} satisfies Config;

/** What ids and names of a text begin with, so that none is taken for a thing of the frame's own. */
export const idPrefix = "user-content-";

/** Sanitises with the attributes that begin with `data-<mark>-` kept, which no text can have guessed. */
export class Sanitizer {
  readonly #purify = DOMPurify(window);
  readonly #drawings = DOMPurify(window);

  constructor(mark: string) {
    this.#purify.addHook("uponSanitizeAttribute", (_element, data) => {
      if (data.attrName.startsWith("data-") && !data.attrName.startsWith(`data-${mark}-`)) data.keepAttr = false;
      if (data.attrName !== "class") return;
      data.attrValue = data.attrValue
        .split(/\s+/)
        .filter((name) => ownClasses.test(name))
        .join(" ");
      if (data.attrValue === "") data.keepAttr = false;
    });
    this.#purify.addHook("afterSanitizeAttributes", (element) => {
      if (element instanceof HTMLInputElement) makeTask(element, `data-${mark}-task`);
      if (element instanceof HTMLImageElement) {
        element.setAttribute("loading", "lazy");
        element.setAttribute("decoding", "async");
      }
    });
  }

  /** The HTML's content, safe to be put into this document. */
  fragment(html: string): DocumentFragment {
    return this.#purify.sanitize(html, { ...config, RETURN_DOM_FRAGMENT: true });
  }

  /** A diagram's SVG, which may have styles: they reach no further than this frame. */
  drawing(svg: string): DocumentFragment {
    return this.#drawings.sanitize(svg, { USE_PROFILES: { svg: true, svgFilters: true }, RETURN_DOM_FRAGMENT: true });
  }

  /** What is shown, as a string that stays safe wherever it is read again. */
  serialized(html: string): string {
    return this.#drawings.sanitize(html, {
      USE_PROFILES: { html: true, mathMl: true, svg: true, svgFilters: true },
      ADD_TAGS: ["semantics", "annotation"],
      ADD_ATTR: ["encoding"],
    });
  }
}

/** Of inputs there are tasks only; one that the renderer did not make can never be ticked. */
function makeTask(input: HTMLInputElement, attribute: string): void {
  if (input.getAttribute("type") !== "checkbox") {
    input.remove();
    return;
  }
  if (!input.hasAttribute(attribute)) input.setAttribute("disabled", "");
}

interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createHTML(html: string): string }): unknown;
}

/**
 * Has every string that a library would make into HTML sanitised, where the browser enforces that at all. The library for
 * diagrams does that with what it has made itself.
 */
export function sanitizeAllHtml(): void {
  const purify = DOMPurify(window);
  if (!("trustedTypes" in window)) return;
  (window.trustedTypes as TrustedTypePolicies).createPolicy("default", {
    createHTML: (html) => purify.sanitize(html, { USE_PROFILES: { html: true, svg: true, svgFilters: true } }),
  });
}
