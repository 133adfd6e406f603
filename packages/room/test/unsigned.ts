/** A state as its person sent it, from the one that the room passes on. */

/** `state` without what the room has signed it with. @throws when it is not signed */
export function unsigned(state: string | null): string | null {
  if (state === null) return null;
  const { user, ...told }: { user?: { id?: unknown; name?: unknown } } = JSON.parse(state);
  if (typeof user?.id !== "string" || typeof user.name !== "string") throw new Error(`nobody's state: ${state}`);
  return JSON.stringify(told);
}
