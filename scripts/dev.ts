/** `pnpm dev`: serves the app with hot reload. `PORT` overrides 5173. */

import { createServer } from "vite";
import { whenLaunchersEnd } from "./launchers.ts";
import { top } from "./place.ts";

// The development server would look up where this machine is, which nothing here needs.
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] ??= "false";
process.env["WRANGLER_SEND_METRICS"] ??= "false";

const port = Number(process.env["PORT"] ?? 5173);
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
