/**
 * `pnpm start`: builds the app and serves it from this machine. `PORT` and `DATA_DIR` say where; further variables set
 * limits, see docs/operations.md.
 */

import { limitsFrom } from "@samepage/protocol";
import { deploymentFrom } from "../apps/worker/src/deployment.ts";
import { buildAll } from "./build.ts";
import { whenLaunchersEnd } from "./launchers.ts";
import { startServer } from "./server.ts";
import { dataDirFrom, portFrom } from "./settings.ts";

try {
  // What is wrong with a setting is said before the building, which takes a while.
  limitsFrom(process.env);
  deploymentFrom(process.env);
  const port = portFrom(process.env, 8787);
  const dataDir = await dataDirFrom(process.env);
  console.log("Building…");
  await buildAll();
  const server = await startServer({ port, dataDir });
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  whenLaunchersEnd(stop);
  void server.ended.then((reason) => {
    if (isStopping) return;
    console.error(`The Workers runtime ended by itself (${reason}). What was called saved is stored; start again.`);
    process.exit(1);
  });
  console.log(`Documents are kept in ${dataDir}. Ctrl-C stops. Open:`);
  console.log(server.origin);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
