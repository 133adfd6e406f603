/**
 * Which files stay on the device. Pages that are open go on with the files of the version that they were loaded with, so
 * those stay until the last of these pages is gone, even when the server has them no more.
 */

const cacheName = "samepage-versions";
const formerPages = "/former-pages";

interface VersionRecord {
  readonly installedAt: number;
  /** What the files are kept under. */
  readonly files: readonly string[];
}

/** Notes that the version named `version` has `files`; to be called when it is installed. */
export async function noteVersion(version: string, files: readonly string[]): Promise<void> {
  await write(recordOf(version), { installedAt: Date.now(), files } satisfies VersionRecord);
}

/** Notes the pages that are open now, which may be of a former version; to be called when a version takes over. */
export async function noteFormerPages(pages: readonly string[]): Promise<void> {
  await write(formerPages, pages);
}

/**
 * What of `kept` is needed by no version any more, as long as `version` is the one in use and the pages `open` are open;
 * newer ones may be installed already. What is known of older versions is forgotten with it.
 */
export async function takeUnneeded(
  version: string,
  kept: readonly string[],
  open: readonly string[],
): Promise<readonly string[]> {
  const former = ((await read(formerPages)) ?? []) as readonly string[];
  const stillOpen = former.filter((page) => open.includes(page));
  if (stillOpen.length < former.length) await write(formerPages, stillOpen);
  const own = (await read(recordOf(version))) as VersionRecord | null;
  if (stillOpen.length > 0 || own === null) return [];
  const cache = await caches.open(cacheName);
  const needed = new Set<string>();
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname === formerPages) continue;
    const record = (await read(pathname)) as VersionRecord;
    if (record.installedAt < own.installedAt) await cache.delete(pathname);
    else for (const file of record.files) needed.add(file);
  }
  return kept.filter((file) => !needed.has(file));
}

function recordOf(version: string): string {
  return `/version/${version}`;
}

async function write(key: string, value: unknown): Promise<void> {
  await (await caches.open(cacheName)).put(key, new Response(JSON.stringify(value)));
}

async function read(key: string): Promise<unknown> {
  const stored = await (await caches.open(cacheName)).match(key);
  return stored === undefined ? null : stored.json();
}
