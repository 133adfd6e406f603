/** One remote caret: a bar in its person's hue, with a name flag that shows while it moves and then fades. */

import { WidgetType } from "@codemirror/view";

/** How long the flag stays after a move, in milliseconds. */
const flagMs = 2_000;

export class CaretWidget extends WidgetType {
  readonly client: number;
  readonly name: string;
  readonly hue: number;
  readonly movedAt: number;

  /** `movedAt` as `performance.now()` told it when the person last moved. */
  constructor(client: number, name: string, hue: number, movedAt: number) {
    super();
    this.client = client;
    this.name = name;
    this.hue = hue;
    this.movedAt = movedAt;
  }

  override eq(other: CaretWidget): boolean {
    return (
      this.client === other.client &&
      this.name === other.name &&
      this.hue === other.hue &&
      this.movedAt === other.movedAt
    );
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement("span");
    caret.className = `remote-caret hue-${this.hue}`;
    caret.setAttribute("aria-hidden", "true");
    // Drawn from an attribute, so that whoever reads or copies the text does not find names in it.
    caret.dataset["name"] = this.name;
    // A caret that is drawn again, because the text around it changed, goes on fading from where it was.
    caret.style.setProperty("--flag-stays", `${flagMs - (performance.now() - this.movedAt)}ms`);
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
