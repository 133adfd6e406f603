/** Short words about what was just done. They go by themselves, take no focus, and may offer one thing to do. */

import { type ReadonlySignal, signal } from "@preact/signals-core";

export interface Toast {
  readonly message: string;
  readonly action?: { readonly label: string; run(): void };
}

/** How long one stays, in milliseconds; one with something to do stays until it is done or closed. */
const stayMs = 6_000;

/** More at a time are read by nobody: the oldest goes. */
const most = 3;

const shown = signal<readonly Toast[]>([]);

const timers = new Map<Toast, ReturnType<typeof setTimeout>>();

/** Those that are shown, oldest first. */
export const toasts: ReadonlySignal<readonly Toast[]> = shown;

/** Shows `message`, in the place of the same one; what is returned takes it away. */
export function toast(message: string, action?: Toast["action"]): () => void {
  const added: Toast = action === undefined ? { message } : { message, action };
  for (const same of shown.peek().filter((each) => each.message === message)) dismissToast(same);
  for (const old of shown.peek().slice(0, 1 - most)) dismissToast(old);
  shown.value = [...shown.peek(), added];
  leaveLater(added);
  return () => dismissToast(added);
}

export function dismissToast(toast: Toast): void {
  clearTimeout(timers.get(toast));
  timers.delete(toast);
  shown.value = shown.peek().filter((each) => each !== toast);
}

/** Lets all stay while somebody reads them, or has the focus there. */
export function holdToasts(): void {
  for (const timer of timers.values()) clearTimeout(timer);
}

/** Has them go again, after their whole time. */
export function releaseToasts(): void {
  for (const each of timers.keys()) leaveLater(each);
}

function leaveLater(toast: Toast): void {
  if (toast.action !== undefined) return;
  timers.set(
    toast,
    setTimeout(() => dismissToast(toast), stayMs),
  );
}
