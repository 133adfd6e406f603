/** Whether the worker answers, and which version it is. */

import { Hono } from "hono";
import { version } from "../../package.json";

export const health = new Hono().get("/api/health", (context) => context.json({ ok: true, version }));
