/** What a server keeps on disk. */

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The bytes of all files in `folder` and below, but for the code and settings that a contestant was started with. */
export async function storedBytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || /\.(js|capnp)$/.test(file.name)) continue;
    bytes += (await stat(join(file.parentPath, file.name))).size;
  }
  return bytes;
}
