/** Looks for what an attack would leave: something that ran, a page that went elsewhere, a request that nobody meant. */

import type { BrowserContext, Frame, Page } from "@playwright/test";

export class Watch {
  readonly #page: Page;
  readonly #address: string;
  readonly #faults: string[] = [];

  private constructor(page: Page, address: string) {
    this.#page = page;
    this.#address = address;
  }

  /** Watches the context of `page`, which is about to be at `address`. To be called before it goes there. */
  static async over(page: Page, address: string): Promise<Watch> {
    const watch = new Watch(page, address);
    await leaveTraces(page.context());
    page.on("dialog", (dialog) => {
      watch.#faults.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("popup", (popup) => watch.#faults.push(`a window: ${popup.url()}`));
    page.on("download", (download) => watch.#faults.push(`a download: ${download.url()}`));
    page.context().on("request", (request) => {
      const { origin } = new URL(request.url());
      const isOwn = origin === new URL(address).origin || ["data:", "blob:"].includes(new URL(request.url()).protocol);
      if (!isOwn && request.resourceType() !== "image") {
        watch.#faults.push(`a request: ${request.resourceType()} ${request.url()}`);
      }
    });
    return watch;
  }

  /** The frame that shows the preview. */
  get frame(): Frame {
    const frame = this.#page.frames().find((each) => new URL(each.url()).pathname === "/preview/");
    if (frame === undefined) throw new Error(`no preview among ${this.#page.frames().map((each) => each.url())}`);
    return frame;
  }

  /** What attacks have done so far. */
  async faults(): Promise<readonly string[]> {
    const traces = await Promise.all(
      this.#page.frames().map(async (frame) => {
        const ran = await frame.evaluate(() => ("ran" in window ? String(window.ran) : null));
        return ran === null ? [] : [`something ran in ${frame.url()}: ${ran}`];
      }),
    );
    const frames = this.#page.frames().map((frame) => frame.url());
    const isMoved = this.#page.url() !== this.#address || frames.length !== 2;
    return [...this.#faults, ...traces.flat(), ...(isMoved ? [`pages: ${frames.join(", ")}`] : [])];
  }
}

/** Has whatever attacks like to call leave the trace that is looked for. */
async function leaveTraces(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print"]) {
      Object.defineProperty(globalThis, name, {
        value: () => {
          Object.assign(globalThis, { ran: name });
        },
      });
    }
  });
}

/** Does with everything in the frame what a careless reader would: presses, points at, and goes to it. */
export async function touchEverything(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    for (const element of document.querySelectorAll("#preview *")) {
      const href = element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "";
      // Those are meant to be opened, in windows of their own.
      const isMeant =
        /^(?:https?|mailto):/i.test(href) || element.closest('a[href^="http"], a[href^="mailto:"]') !== null;
      if (isMeant) continue;
      for (const kind of ["mouseover", "pointerenter", "mousedown", "click", "focus", "toggle", "animationstart"]) {
        element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
      }
    }
  });
}
