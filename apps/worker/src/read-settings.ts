/** Gives every route the settings of this deployment, and says so where they cannot be read: nothing is guessed. */

import { closeCodes } from "@samepage/protocol";
import { createMiddleware } from "hono/factory";
import { type AppEnvironment, deploymentOf, limitsOf } from "./environment.ts";
import { problem } from "./problem.ts";
import { asksForWebSocket, closedSocket } from "./upgrade.ts";

export const readSettings = createMiddleware<AppEnvironment>(async (context, next) => {
  try {
    context.set("limits", limitsOf(context.env));
    context.set("deployment", deploymentOf(context.env));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`A setting of this deployment cannot be used: ${error.message}.`);
    const request = context.req.raw;
    return asksForWebSocket(request)
      ? closedSocket(request, closeCodes.serverFault, "a setting of this server cannot be used")
      : problem(500, "A setting of this server cannot be used, so it serves nothing. Its log says which one.");
  }
  return next();
});
