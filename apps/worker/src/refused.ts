/** The answer to a request that is let nowhere: a socket hears a close code and why, everybody else a problem document. */

import { type ProblemStatus, problem } from "./problem.ts";
import { closedSocket } from "./upgrade.ts";
import { asksForWebSocket } from "./upgrade-request.ts";

export interface Refusal {
  /** Of `closeCodes`. */
  readonly code: number;
  readonly status: ProblemStatus;
  /** In a few words, for programs: the close frame's text, and the problem's `reason`. */
  readonly reason: string;
  /** In plain words, for people. */
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refused(request: Request, { code, status, reason, detail, headers = {} }: Refusal): Response {
  if (asksForWebSocket(request)) return closedSocket(request, code, reason);
  const response = problem(status, detail, reason);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
