/** `pnpm bench`: measures the built app on this machine. `pnpm bench trace <file>` replays a recorded editing trace. */

import { buildAll } from "../../../scripts/build.ts";
import { measureKeystrokes } from "./keystrokes.ts";
import { replayTrace } from "./replay-trace.ts";

const usage = `pnpm bench                 how long a keystroke takes to the other's screen model, and to be stored
pnpm bench trace <file>    replays a recorded trace (.json or .json.gz) and compares what everybody ends up with`;

const [command, file] = process.argv.slice(2);
if (command === undefined) {
  await buildAll();
  await measureKeystrokes();
} else if (command === "trace" && file !== undefined) {
  await buildAll();
  if (!(await replayTrace(file))) process.exitCode = 1;
} else {
  console.error(usage);
  process.exitCode = 2;
}
// Sockets that are still closing must not keep the process.
process.exit();
