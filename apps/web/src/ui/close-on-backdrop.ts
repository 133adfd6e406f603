/** Closes a dialog by a click beside it. */
export function closeOnBackdrop(event: MouseEvent & { readonly currentTarget: HTMLDialogElement }): void {
  if (event.target !== event.currentTarget) return;
  const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect();
  const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  if (!isInside) event.currentTarget.close();
}
