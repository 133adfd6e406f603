/**
 * The text itself on paper, with the numbers of its lines, in the place of the page: the editor holds only the lines that
 * are seen. The browser's own menu prints this, too: it waits for nothing that would have to be rendered first.
 */

/** Has the text on the page while it is printed, whoever asked for that, until stopped. */
export function printSourceFromMenu(text: () => string): () => void {
  let shown: HTMLElement | null = null;
  const show = (): void => {
    shown?.remove();
    shown = document.createElement("div");
    shown.className = "print-source";
    for (const line of text().split("\n")) {
      const row = document.createElement("div");
      row.textContent = line === "" ? "\u200B" : line;
      shown.append(row);
    }
    document.body.append(shown);
  };
  const hide = (): void => {
    shown?.remove();
    shown = null;
  };
  addEventListener("beforeprint", show);
  addEventListener("afterprint", hide);
  return () => {
    removeEventListener("beforeprint", show);
    removeEventListener("afterprint", hide);
    hide();
  };
}

/** Opens the browser's dialog for printing; `title` is what a file is called that is made instead of paper. */
export function printSource(title: string): void {
  const before = document.title;
  document.title = title;
  addEventListener(
    "afterprint",
    () => {
      document.title = before;
    },
    { once: true },
  );
  print();
}
