/** What the device tells of itself: that its network changed, that the page is looked at again, or put away. */

/**
 * Calls `changed` when the device says that something changed for its connections: online, offline, or looked at again;
 * and `putAway` when the page may be closed without a further word. Returns how to stop that.
 */
export function watchDevice(changed: () => void, putAway: () => void): () => void {
  if (typeof window === "undefined") return () => undefined;
  const seenOrHidden = (): void => {
    if (document.visibilityState === "visible") changed();
    else putAway();
  };
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  window.addEventListener("pagehide", putAway);
  document.addEventListener("visibilitychange", seenOrHidden);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
    window.removeEventListener("pagehide", putAway);
    document.removeEventListener("visibilitychange", seenOrHidden);
  };
}
