/** Errors of the HTTP API as RFC 9457 problem documents, in plain words. */

const titles = {
  400: "The request is not valid",
  404: "Not found",
  405: "Method not allowed",
  413: "Too large",
  415: "Unsupported kind of content",
  426: "A WebSocket is needed here",
  500: "The server failed",
} as const;

export type ProblemStatus = keyof typeof titles;

/** A response of `status` whose `detail` says what happened and what to do. */
export function problem(status: ProblemStatus, detail: string): Response {
  return new Response(JSON.stringify({ type: "about:blank", title: titles[status], status, detail }), {
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

/** The answer to an id that was never created. */
export function noSuchDocument(): Response {
  return problem(404, "There is no document at this address. It may have been mistyped, or was never created.");
}

/** The answer when a route threw: the reason goes to the log, not to whoever asked. */
export function unexpectedFault(error: Error): Response {
  console.error(error);
  return problem(500, "Something failed on the server. Nothing that was called saved is lost. Please try again.");
}
