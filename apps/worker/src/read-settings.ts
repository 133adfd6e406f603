/** Gives every route the settings of this deployment, and says so where they cannot be read: nothing is guessed. */

import { closeCodes } from "@samepage/protocol";
import { createMiddleware } from "hono/factory";
import { type AppEnvironment, deploymentOf, limitsOf } from "./environment.ts";
import { type Refusal, refused } from "./refused.ts";

export const readSettings = createMiddleware<AppEnvironment>(async (context, next) => {
  try {
    context.set("limits", limitsOf(context.env));
    context.set("deployment", deploymentOf(context.env));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`A setting of this deployment cannot be used: ${error.message}.`);
    return refused(context.req.raw, unusable);
  }
  return next();
});

const unusable: Refusal = {
  code: closeCodes.serverFault,
  status: 500,
  reason: "a setting of this server cannot be used",
  detail: "A setting of this server cannot be used, so it serves nothing. Its log says which one.",
};
