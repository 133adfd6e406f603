/** The HTTP calls that the page makes, with outcomes in words that a person can read. */

import type { Credentials, LineEnds, Settings } from "@samepage/protocol";
import { words } from "../words/words.ts";
import { credentialHeaders } from "./credential-headers.ts";
import { faultWords } from "./fault-words.ts";

/** What came of a call: its value, or what to tell the person. */
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Failure;

interface Failure {
  readonly ok: false;
  readonly message: string;
  /** The HTTP status; null when the server was not reached. */
  readonly status: number | null;
  /** What the server answered, if that was JSON; null for nothing. */
  readonly problem: unknown;
  /** How long the server asks to wait, in seconds; null when it does not. */
  readonly retryAfterSeconds: number | null;
}

export interface CreatedDocument {
  readonly id: string;
  readonly ownerKey: string;
}

/** A server that has said nothing for so long, in milliseconds, is not reached. Texts of megabytes take their time. */
const answerWithinMs = 30_000;

/** Creates a document with this title and text, and these line ends or those of the text; with the id and the owner's key that were `made` for it, if they were. */
export function createDocument(
  content: { title: string; text: string; lineEnds?: LineEnds },
  credentials: Credentials,
  made?: CreatedDocument,
): Promise<Outcome<CreatedDocument>> {
  return call(
    "POST",
    "/api/documents",
    { ...content, ...made },
    isCreatedDocument,
    words().faults.notCreated,
    credentials,
  );
}

/** Changes language or line ends; everybody connected is told by the server. `unreached`: see `call`. */
export function changeSettings(
  id: string,
  change: Partial<Pick<Settings, "language" | "lineEnds">>,
  unreached: string,
  credentials: Credentials,
): Promise<Outcome<Settings>> {
  return call("PATCH", pathOf(id), change, isSettings, unreached, credentials);
}

/** Changes the title; everybody connected is told by the server. */
export function changeTitle(id: string, title: string, credentials: Credentials): Promise<Outcome<Settings>> {
  return call("PATCH", pathOf(id), { title }, isSettings, words().faults.notRenamed, credentials);
}

/**
 * Calls the API. `content` is sent as JSON, nothing for `undefined`. What is not `isValue` is a failure; `unreached` is
 * what to say when the server is not.
 */
export async function call<Value>(
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  content: unknown,
  isValue: (body: unknown) => body is Value,
  unreached: string,
  credentials: Credentials,
): Promise<Outcome<Value>> {
  let response: Response;
  try {
    const headers = credentialHeaders(credentials);
    const body = JSON.stringify(content);
    const init = content === undefined ? {} : { body, headers: { ...headers, "content-type": "application/json" } };
    response = await fetch(path, { method, headers, signal: AbortSignal.timeout(answerWithinMs), ...init });
  } catch (error) {
    // What `fetch` throws without a network, and with one that leads nowhere.
    if (error instanceof TypeError || error instanceof DOMException)
      return { ok: false, message: unreached, status: null, problem: null, retryAfterSeconds: null };
    throw error;
  }
  const body = await readJson(response);
  if (response.ok && isValue(body)) return { ok: true, value: body };
  const { status } = response;
  const asked = Number(response.headers.get("retry-after") ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(asked) ? asked : null;
  return { ok: false, status, problem: body, retryAfterSeconds, message: faultWords(status, retryAfterSeconds) };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null; // A proxy's error page, for example.
    throw error;
  }
}

/** Where the API has the document `id`. */
export function pathOf(id: string): string {
  return `/api/documents/${encodeURIComponent(id)}`;
}

/** For a call whose answer says nothing but that it was done. */
export function isAnything(_body: unknown): _body is unknown {
  return true;
}

/** The member `name` of what JSON gave; undefined when there is none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function isCreatedDocument(body: unknown): body is CreatedDocument {
  return typeof field(body, "id") === "string" && typeof field(body, "ownerKey") === "string";
}

function isSettings(body: unknown): body is Settings {
  return typeof field(body, "title") === "string" && typeof field(body, "language") === "string";
}
