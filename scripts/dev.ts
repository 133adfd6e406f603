/** `pnpm dev`: serves the app with hot reload. `PORT` overrides 5173; further variables set limits. */

import { limitsFrom } from "@samepage/protocol";
import { createServer } from "vite";
import { deploymentFrom } from "../apps/worker/src/deployment.ts";
import { whenLaunchersEnd } from "./launchers.ts";
import { top } from "./place.ts";
import { portFrom } from "./settings.ts";

// The development server would look up where this machine is, which nothing here needs.
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] ??= "false";
process.env["WRANGLER_SEND_METRICS"] ??= "false";

const port = readSettings();
try {
  const server = await createServer({
    configFile: `${top}apps/web/vite.config.ts`,
    logLevel: "warn",
    server: { port, strictPort: true },
  });
  await server.listen();
  const stop = async (): Promise<void> => {
    await server.close();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  whenLaunchersEnd(stop);
  console.log("Changes to the code show at once. Documents are kept in .wrangler/state. Ctrl-C stops. Open:");
  console.log(`http://localhost:${port}`);
} catch (error) {
  const isTaken = error instanceof Error && error.message.includes("already in use");
  const advice = `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npx -y pnpm dev`;
  console.error(isTaken ? advice : error);
  process.exit(1);
}

/** The port. A setting that cannot be used ends this process: the server would look well, and answer nothing. */
function readSettings(): number {
  try {
    limitsFrom(process.env);
    deploymentFrom(process.env);
    return portFrom(process.env, 5173);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
