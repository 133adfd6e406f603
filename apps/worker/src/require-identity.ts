/** Tells every route who asks, where the deployment can know it, and lets nobody in who must sign in and did not. */

import { closeCodes } from "@samepage/protocol";
import { createMiddleware } from "hono/factory";
import { denial } from "./denied.ts";
import type { AppEnvironment } from "./environment.ts";
import { type IdentityFault, identityOf } from "./identity.ts";
import { type Refusal, refused } from "./refused.ts";

export const requireIdentity = createMiddleware<AppEnvironment>(async (context, next) => {
  const identified = await identityOf(context.req.raw, context.env);
  if (!identified.ok) return refused(context.req.raw, refusals[identified.reason]);
  context.set("identity", identified.identity);
  return next();
});

const refusals: Readonly<Record<IdentityFault, Refusal>> = {
  "sign-in needed": denial("sign-in needed"),
  "sign-in cannot be checked": {
    code: closeCodes.busy,
    status: 503,
    reason: "sign-in cannot be checked",
    detail: "Whether you have signed in cannot be checked at the moment. Please try again in a minute.",
    headers: { "retry-after": "60" },
  },
};
