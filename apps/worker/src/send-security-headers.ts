/** Puts on every answer what it is to tell a browser, whichever route gave it. */

import { createMiddleware } from "hono/factory";
import type { AppEnvironment } from "./environment.ts";
import { answerPolicy, headersOfAnswer, serviceWorkerPath, serviceWorkerPolicy } from "./security-headers.ts";

/** Scripts take the policy of the page that runs them, but for workers, which would take this one: the service worker has its own. */
const script = /^(text|application)\/javascript/;

/** A WebSocket's answer is left as it is; one that brings a policy of its own keeps it. */
export const sendSecurityHeaders = createMiddleware<AppEnvironment>(async (context, next) => {
  await next();
  if (context.res.status === 101) return;
  // What was fetched from elsewhere has headers that cannot be changed.
  const answer = new Response(context.res.body, context.res);
  const url = new URL(context.req.url);
  for (const [name, value] of Object.entries(headersOfAnswer(url))) answer.headers.set(name, value);
  if (url.pathname === serviceWorkerPath && answer.ok) {
    answer.headers.set("content-security-policy", serviceWorkerPolicy);
  }
  const isScript = script.test(answer.headers.get("content-type") ?? "");
  if (!isScript && !answer.headers.has("content-security-policy")) {
    answer.headers.set("content-security-policy", answerPolicy);
  }
  // Hono would else put the headers of the answer before into this one.
  context.res = undefined;
  context.res = answer;
});
