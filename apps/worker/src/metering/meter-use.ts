/** Counts each request that leads to a document, and refuses the one that is too many. */

import { closeCodes, type DenialReason } from "@samepage/protocol";
import { createMiddleware } from "hono/factory";
import { appPage } from "../app-page.ts";
import type { AppEnvironment } from "../environment.ts";
import { untilRefusal } from "../late-refusal.ts";
import { refused } from "../refused.ts";
import { asksForWebSocket } from "../upgrade-request.ts";
import { countUse } from "./count-use.ts";
import { subjectsOf } from "./subjects.ts";
import { type Use, useOf } from "./use.ts";

const words: Readonly<Record<Use, string>> = {
  creates: "Too many documents were created from here within an hour. Nothing was created.",
  connects: "Too many connections were opened from here within a minute.",
  requests: "Too many requests came from here within a minute. This one changed nothing.",
};

export const meterUse = createMiddleware<AppEnvironment>(async (context, next) => {
  const request = context.req.raw;
  const subjects = await subjectsOf(request, context.var.deployment.clientAddressHeader);
  context.set("subjects", subjects);
  const use = useOf(request.method, context.req.path, asksForWebSocket(request));
  if (use === null) return next();
  const until = await countUse(context.env, subjects, use);
  if (until === null) return next();
  await untilRefusal(context.var.deployment.allowances.refusalDelayMs);
  const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1_000));
  const headers = { "retry-after": String(seconds) };
  if (isPage.test(context.req.path)) {
    const page = await appPage(context.env, new URL(request.url), 429);
    for (const [name, value] of Object.entries(headers)) page.headers.set(name, value);
    return page;
  }
  return refused(request, {
    code: closeCodes.tooFast,
    status: 429,
    reason: reasons[use],
    detail: `${words[use]} Please try again in ${inWords(seconds)}.`,
    headers,
  });
});

/** What people open in a browser, which then says it in words of its own. */
const isPage = /^\/(?:new$|d\/)/;

const reasons: Readonly<Record<Use, string>> = {
  creates: "too many documents",
  connects: "too many connections" satisfies DenialReason,
  requests: "too many requests",
};

function inWords(seconds: number): string {
  if (seconds === 1) return "a second";
  return seconds <= 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
