/** The beginning of a document: what fills a screen, for a page that shows it before its scripts run. Knows no page. */

import { titleFromText } from "@samepage/document";

export interface Beginning {
  /** "" when nobody gave it one. */
  readonly title: string;
  /** What it is called then; "" when its text begins with no words. */
  readonly fallback: string;
  /** Whole lines, without their ends; but the last may be cut. */
  readonly lines: readonly string[];
}

/** As many lines as a tall screen has. */
const mostLines = 90;

/** In UTF-16 code units: a line may be as long as a document. */
const mostLength = 8_000;

/** What turns the direction of what stands beside it: the editor shows it by a sign, and lets it turn nothing. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;

/** Of the document that is called `title`, or has none (""), and says `text`. */
export function beginningOf(title: string, text: string): Beginning {
  const shown = text
    .slice(0, mostLength)
    // A surrogate pair is not cut.
    .replace(/[\ud800-\udbff]$/, "")
    .replace(directionControls, "\ufffd");
  return { title: title.trim(), fallback: titleFromText(text), lines: shown.split("\n").slice(0, mostLines) };
}
