/**
 * What the page, the worker that renders and the sandboxed frame that shows say to each other. The frame is trusted with
 * nothing: what it says is read by `readFrameMessage`, and what it can ask for is only what is listed here.
 */

/** One replaced range; positions are UTF-16 code units of the text before all of the edits. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A piece of the preview that stands by itself: one block, or several that HTML tags hold together. */
export interface Piece {
  readonly html: string;
  /** How many lines of the text it stands for. */
  readonly lines: number;
}

/** How the pieces that are shown become those that are to be: in order from the first one on. */
export type PieceChange =
  | { readonly keep: number }
  | { readonly remove: number }
  | { readonly insert: readonly Piece[] }
  /** The next one stays, and stands for so many lines. */
  | { readonly lines: number };

/** The words around what the text says, in the reader's language. */
export interface PreviewWords {
  readonly footnotes: string;
  readonly back: string;
  readonly copyCode: string;
  readonly copied: string;
  readonly empty: string;
  readonly formulaFault: string;
  readonly diagramFault: string;
}

export type WorkerRequest =
  /** `mark`: the name within the attributes that say where something stands, which no text can guess; null: none. */
  | { readonly kind: "begin"; readonly mark: string | null; readonly words: PreviewWords; readonly text: string }
  | { readonly kind: "edit"; readonly edits: readonly Edit[] }
  | { readonly kind: "render"; readonly revision: number };

export type WorkerAnswer =
  /** The changes since the last time. `isComplete`: nothing that it shows is still on its way. */
  | {
      readonly kind: "rendered";
      readonly revision: number;
      readonly changes: readonly PieceChange[];
      readonly isComplete: boolean;
    }
  /** Something that was on its way has come: rendering anew shows it. */
  | { readonly kind: "news" }
  | { readonly kind: "failed"; readonly revision: number; readonly reason: string };

export interface FrameSettings {
  readonly theme: "light" | "dark";
  /** In CSS pixels. */
  readonly fontSize: number;
  readonly isReadOnly: boolean;
}

/** What the page tells the frame. */
export type FrameRequest =
  | {
      readonly kind: "begin";
      readonly mark: string;
      readonly words: PreviewWords;
      readonly settings: FrameSettings;
      readonly locale: string;
      readonly direction: "ltr" | "rtl";
    }
  | { readonly kind: "settings"; readonly settings: FrameSettings }
  | { readonly kind: "show"; readonly revision: number; readonly changes: readonly PieceChange[] }
  /** Brings the line, counted from 0 and with a part of it behind the point, to the top. */
  | { readonly kind: "scroll"; readonly line: number }
  /** Asks for what is shown as HTML, everything drawn. */
  | { readonly kind: "serialize" }
  /** Asks for what is shown on paper, everything drawn. */
  | { readonly kind: "print"; readonly title: string };

/** What the frame tells the page. */
export type FrameMessage =
  | { readonly kind: "ready" }
  /** It is still at showing what it was sent. */
  | { readonly kind: "showing" }
  | { readonly kind: "shown"; readonly revision: number }
  /** The reader scrolled to this line. */
  | { readonly kind: "scrolled"; readonly line: number }
  /** The reader ticked the task on this line of the text as it was in that revision. */
  | { readonly kind: "tick"; readonly revision: number; readonly line: number }
  | { readonly kind: "open"; readonly url: string }
  /** The reader asked for this code on the clipboard. */
  | { readonly kind: "copy"; readonly text: string }
  /** The reader pressed the preview's key. */
  | { readonly kind: "toggle" }
  | { readonly kind: "serialized"; readonly html: string; readonly style: string }
  /** The browser's dialog for printing was closed. */
  | { readonly kind: "printed" };

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isPlace = (value: unknown): value is number => typeof value === "number" && value >= 0 && value < 2 ** 31;

/** The message that `data` is; null for what is none. A frame whose sandbox was broken could say anything. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (typeof data !== "object" || data === null || !("kind" in data)) return null;
  const { kind, revision, line, url, text, html, style } = data as Readonly<Record<string, unknown>>;
  switch (kind) {
    case "ready":
    case "showing":
    case "toggle":
    case "printed":
      return { kind };
    case "shown":
      return isCount(revision) ? { kind, revision } : null;
    case "scrolled":
      return isPlace(line) ? { kind, line } : null;
    case "tick":
      return isCount(revision) && isCount(line) ? { kind, revision, line } : null;
    case "open":
      return typeof url === "string" && isOpenable(url) ? { kind, url } : null;
    case "copy":
      return typeof text === "string" ? { kind, text } : null;
    case "serialized":
      return typeof html === "string" && typeof style === "string" ? { kind, html, style } : null;
    default:
      return null;
  }
}

/** Whether an address may be opened from a text: the web and mail, by their whole address. */
function isOpenable(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:", "mailto:"].includes(new URL(url).protocol);
}

const requests: ReadonlySet<string> = new Set<FrameRequest["kind"]>([
  "begin",
  "settings",
  "show",
  "scroll",
  "serialize",
  "print",
]);

/** The request that `data` is, in the frame: it comes from the page that made the frame, whose word is taken. */
export function readFrameRequest(data: unknown): FrameRequest | null {
  if (typeof data !== "object" || data === null || !("kind" in data)) return null;
  return typeof data.kind === "string" && requests.has(data.kind) ? (data as FrameRequest) : null;
}
