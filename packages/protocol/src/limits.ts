/** Every limit, with its reason. Each is a setting of the deployment: `frameBytes` is the variable `FRAME_BYTES`. */

/**
 * Milliseconds between two commits, at least. A little more than a quarter of a second, so that what compaction writes
 * still fits four rows a second.
 */
export const leastCommitIntervalMs = 255;

/** And at most: before a runtime hibernates an object that has been idle for ten seconds, and forgets it. */
export const mostCommitIntervalMs = 9_000;

export const defaultLimits = {
  /** One frame, in bytes. Room for the largest text of ASCII; a client has to split what is larger. */
  frameBytes: 8 * 1024 * 1024,
  /** Insertions of one frame: read, each takes some 300 bytes, and an object has 128 MB for everything. A deletion is a fifth. */
  partsPerFrame: 200_000,
  /** The text, in UTF-16 code units: what an editor in a browser still handles. */
  textLength: 5_000_000,

  /** Frames of one socket but awareness. A person types 15 a second; an undo held down makes 30. 0: any number. */
  framesPerSecond: 60,
  /** So many at once: an editor that was frozen, or a stock client that sends what piled up. */
  framesBurst: 400,
  /** Bytes of one socket. A person makes a few hundred a second. 0: any number. */
  bytesPerSecond: 512 * 1024,
  /** So many at once: a paste of the largest text, in three bytes a code unit, and then some. */
  bytesBurst: 24 * 1024 * 1024,
  /** Steps 1 of one socket that are answered; more are answered when their time has come. 0: any number. */
  answersPerSecond: 1,
  /** What applying one socket's edits costs, each unit some 0.2 µs: 4% of a core. What is more waits. 0: any. */
  workPerSecond: 200_000,
  /** So much before the next has to wait: somebody comes back with days of writing in a large document. */
  workBurst: 1_000_000,
  /** The same for all of a document's sockets together, but for what is cheap, as typing is. 0: any. */
  documentWorkPerSecond: 400_000,
  documentWorkBurst: 200_000,

  /** One awareness state, in UTF-16 code units of JSON: a name, a colour, a selection; it is kept with the socket. */
  awarenessLength: 2_048,
  /** Awareness states of one socket that are passed on; of more the last is. 0: any number. */
  awarenessPerSecond: 20,

  /** Links of one document; of more, the one that ended first is forgotten. */
  linksPerDocument: 500,
  /** Sockets of one document at a time. */
  socketsPerDocument: 1_000,
  /** Yjs client ids that one socket may bring at once: each visit makes one, and a whole document may be brought. */
  newClientsPerFrame: 20_000,
  /** Yjs client ids of one document: what a state vector still carries in a megabyte. Anybody's own is always taken. */
  clientsPerDocument: 100_000,

  /** Bytes held for a socket that has not yet answered a question. It answers within one round trip. */
  heldBytes: 1024 * 1024,
  /** Bytes held for all of a document's sockets together, answers too: a second more is asked to come back. */
  documentHeldBytes: 16 * 1024 * 1024,
  /** Bytes sent to a socket after which it is asked for a sign of life. */
  askBytes: 1024 * 1024,
  /** Bytes sent after that without an answer at which a socket counts as too slow. */
  slowBytes: 8 * 1024 * 1024,

  /** Milliseconds between two commits while edits keep coming: *Saved* is so late, and a row a commit is what costs. */
  commitIntervalMs: leastCommitIntervalMs,

  /** The title, in UTF-16 code units: it has to fit a tab. */
  titleLength: 200,
  /** The name of a language, in UTF-16 code units. */
  languageLength: 40,
};

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, number>>;

/** The limits that 0 switches off. */
const rates: readonly LimitName[] = [
  "framesPerSecond",
  "bytesPerSecond",
  "answersPerSecond",
  "workPerSecond",
  "documentWorkPerSecond",
  "awarenessPerSecond",
];

/** What less or more than makes no sense: joining alone takes some frames, and a state has to fit a socket's attachment. */
const bounds: Partial<Record<LimitName, readonly [least: number, most: number]>> = {
  frameBytes: [1_024, 32 * 1024 * 1024],
  framesBurst: [20, Number.MAX_SAFE_INTEGER],
  bytesBurst: [64 * 1024, Number.MAX_SAFE_INTEGER],
  awarenessLength: [64, 4_096],
  commitIntervalMs: [leastCommitIntervalMs, mostCommitIntervalMs],
};

export const limitNames = Object.keys(defaultLimits).filter(isLimitName);

/** The variable that sets a limit: `framesPerSecond` is `FRAMES_PER_SECOND`. */
export function variableOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/**
 * The limits that `variables` set, the default for each that is absent or empty.
 * @throws RangeError, in words for whoever runs the server, when one is no number that it can be
 */
export function limitsFrom(variables: Readonly<Record<string, unknown>>): Limits {
  const limits = { ...defaultLimits };
  for (const name of limitNames) {
    const [least, most] = bounds[name] ?? [rates.includes(name) ? 0 : 1, Number.MAX_SAFE_INTEGER];
    limits[name] = wholeNumberFrom(variables, variableOf(name), least, most) ?? limits[name];
  }
  return limits;
}

/**
 * The number that `variable` sets, or null when it is absent or empty.
 * @throws RangeError, in words for whoever runs the server, when it is no whole number from `least` to `most`
 */
export function wholeNumberFrom(
  variables: Readonly<Record<string, unknown>>,
  variable: string,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): number | null {
  const value = variables[variable];
  if (value === undefined || value === null || value === "") return null;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number) && number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
  throw new RangeError(`${variable} must be a whole number ${range}, not ${JSON.stringify(value)}`);
}

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(defaultLimits, name);
}
