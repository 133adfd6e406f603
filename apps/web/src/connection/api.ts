/** The HTTP calls that the page makes, with outcomes in words that a person can read. */

import type { Settings } from "@samepage/protocol";

/** What came of a call: its value, or what to tell the person. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

export interface CreatedDocument {
  readonly id: string;
  readonly ownerKey: string;
}

/** Creates a document with this title and text. */
export function createDocument(content: { title: string; text: string }): Promise<Outcome<CreatedDocument>> {
  const unreached = "The server cannot be reached. Nothing was created; try again when you are online.";
  return call("POST", "/api/documents", content, isCreatedDocument, unreached);
}

/** Changes the title; everybody connected is told by the server. */
export function changeTitle(id: string, title: string): Promise<Outcome<Settings>> {
  const unreached = "The title could not be stored: the server cannot be reached. Your words are still in the box.";
  return call("PATCH", `/api/documents/${encodeURIComponent(id)}`, { title }, isSettings, unreached);
}

async function call<Value>(
  method: "POST" | "PATCH",
  path: string,
  content: unknown,
  isValue: (body: unknown) => body is Value,
  unreached: string,
): Promise<Outcome<Value>> {
  let response: Response;
  try {
    const headers = { "content-type": "application/json" };
    response = await fetch(path, { method, body: JSON.stringify(content), headers });
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, message: unreached }; // What `fetch` throws without a network.
    throw error;
  }
  const body = await readJson(response);
  if (response.ok && isValue(body)) return { ok: true, value: body };
  const detail = field(body, "detail");
  return {
    ok: false,
    message: typeof detail === "string" ? detail : `The server failed (${response.status}). Try again.`,
  };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null; // A proxy's error page, for example.
    throw error;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function isCreatedDocument(body: unknown): body is CreatedDocument {
  return typeof field(body, "id") === "string" && typeof field(body, "ownerKey") === "string";
}

function isSettings(body: unknown): body is Settings {
  return typeof field(body, "title") === "string" && typeof field(body, "language") === "string";
}
