/** Errors of the HTTP API as RFC 9457 problem documents, in plain words. */

const titles = {
  400: "The request is not valid",
  401: "The key is not valid",
  403: "Not allowed",
  404: "Not found",
  405: "Method not allowed",
  409: "Not possible now",
  413: "Too large",
  415: "Unsupported kind of content",
  426: "A WebSocket is needed here",
  429: "Too many",
  500: "The server failed",
  503: "Not possible at the moment",
} as const;

export type ProblemStatus = keyof typeof titles;

/** A response of `status` whose `detail` says what happened and what to do; `reason` says it to programs, `more` what else. */
export function problem(status: ProblemStatus, detail: string, reason?: string, more: object = {}): Response {
  return new Response(JSON.stringify({ type: "about:blank", title: titles[status], status, detail, reason, ...more }), {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" },
  });
}

/** The answer to a method that an address does not take; `allowed` lists those that it does. */
export function methodNotAllowed(allowed: string): () => Response {
  return () => {
    const response = problem(405, `This address takes ${allowed}.`);
    response.headers.set("allow", allowed);
    return response;
  };
}

/** The answer when a route threw: the reason goes to the log, not to whoever asked. */
export function unexpectedFault(error: Error): Response {
  console.error(error);
  return problem(500, "Something failed on the server. Nothing that was called saved is lost. Please try again.");
}
