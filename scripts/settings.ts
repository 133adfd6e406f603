/** What the environment says of where to serve and where to keep documents. Limits are read by `@samepage/protocol`. */

import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";

type Variables = Readonly<Record<string, string | undefined>>;

const largestPort = 65_535;

/**
 * The port that `PORT` names, or `otherwise` when it is absent or empty.
 * @throws RangeError, in words for whoever runs the server, when it is no port
 */
export function portFrom({ PORT: value }: Variables, otherwise: number): number {
  if (value === undefined || value === "") return otherwise;
  const port = value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= largestPort) return port;
  throw new RangeError(`PORT must be a whole number from 1 to ${largestPort}, not ${JSON.stringify(value)}`);
}

/**
 * The folder that `DATA_DIR` names, `data` when it is absent or empty; it is created if need be.
 * @throws Error, in words for whoever runs the server, when nothing can be kept there
 */
export async function dataDirFrom({ DATA_DIR: value }: Variables): Promise<string> {
  const dataDir = value === undefined || value === "" ? "data" : value;
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const fault = faults[String(error.code)] ?? `it cannot be used (${error.message})`;
    throw new Error(`DATA_DIR must name a folder for documents, not ${JSON.stringify(dataDir)}: ${fault}`);
  }
  return dataDir;
}

const faults: Readonly<Record<string, string>> = {
  EEXIST: "it is a file",
  ENOTDIR: "a part of it is a file",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "nothing can be written there",
};
