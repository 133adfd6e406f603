/** Refuses what a page of another site asks for, before it is counted as its visitor's. */

import { createMiddleware } from "hono/factory";
import { denial } from "./denied.ts";
import type { AppEnvironment } from "./environment.ts";
import { isForeign, isUnasked } from "./foreign-origin.ts";
import { refused } from "./refused.ts";

export const refuseForeignOrigins = createMiddleware<AppEnvironment>(async (context, next) => {
  const request = context.req.raw;
  const { allowedOrigins } = context.var.deployment;
  const isRefused = (context.req.path === "/new" ? isUnasked : isForeign)(request, allowedOrigins);
  if (!isRefused) return next();
  return refused(request, denial("foreign origin"));
});
