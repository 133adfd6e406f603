/** What is shown, on paper: when its pictures are there, through the browser's own dialog. */

/** How long pictures of other sites are waited for, in milliseconds. */
const picturesWithinMs = 10_000;

/** Has the links that say where they lead not say it twice on paper. */
export function markSaidAddresses(root: Element): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) {
    const said = link.textContent.trim().replace(/\/$/, "");
    const address = (link.getAttribute("href") ?? "").replace(/\/$/, "");
    if (address === said || address.replace(/^https?:\/\//, "") === said) link.classList.add("says-address");
  }
}

/** Opens the browser's dialog for printing what `root` shows, and resolves when it is closed. */
export async function printPage(root: Element, title: string): Promise<void> {
  document.title = title;
  markSaidAddresses(root);
  const pictures = [...root.querySelectorAll("img")].map((image) => {
    image.loading = "eager";
    return image.decode().catch(() => undefined); // Without it, its description is printed.
  });
  const patience = new Promise((resolve) => setTimeout(resolve, picturesWithinMs));
  await Promise.race([Promise.all([document.fonts.ready, ...pictures]), patience]);
  let isOpen = false;
  addEventListener("beforeprint", () => {
    isOpen = true;
  });
  const closed = new Promise((resolve) => addEventListener("afterprint", resolve, { once: true }));
  print();
  // Some browsers go on while the dialog is open, and one without a printer opens none.
  if (isOpen) await closed;
}
