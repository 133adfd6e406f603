/** Short words about what was just done. They go by themselves, take no focus, and may offer one thing to do. */

import { type ReadonlySignal, signal } from "@preact/signals-core";

export interface Toast {
  readonly message: string;
  readonly action?: { readonly label: string; run(): void };
}

/** How long one stays, in milliseconds; one with something to do stays until it is done or closed. */
const stayMs = 6_000;

const shown = signal<readonly Toast[]>([]);

/** Those that are shown, oldest first. */
export const toasts: ReadonlySignal<readonly Toast[]> = shown;

/** Shows `message`; what is returned takes it away. */
export function toast(message: string, action?: Toast["action"]): () => void {
  const added: Toast = action === undefined ? { message } : { message, action };
  const dismiss = (): void => dismissToast(added);
  shown.value = [...shown.peek(), added];
  if (action === undefined) setTimeout(dismiss, stayMs);
  return dismiss;
}

export function dismissToast(toast: Toast): void {
  shown.value = shown.peek().filter((each) => each !== toast);
}
