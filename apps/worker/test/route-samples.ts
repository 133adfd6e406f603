/** Requests to each route of a document, as somebody may make them; and how to see that they had an effect. */

import type { RouteName } from "@samepage/access";
import type { OwnedDocument } from "./owned-document.ts";

export interface RouteSample {
  /** What stands below the document's address; made by its owner where it names something. */
  below(document: OwnedDocument): Promise<string> | string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Whether it did what it is for. */
  hadEffect(document: OwnedDocument, response: Response): Promise<boolean>;
}

const dayMs = 24 * 60 * 60 * 1_000;

/** What `PATCH` takes of the settings, and of the owner's rules. */
const settingsChanges = [{ title: "Changed" }, { language: "changed" }, { lineEnds: "crlf" }] as const;
const rulesChanges = [
  { access: "comment" },
  { locked: true },
  { locked: false },
  { embed: true },
  { expires: new Date(Math.ceil(Date.now() / dayMs + 2) * dayMs).toISOString() },
] as const;

/** Each route but for the WebSocket's. */
export const routeSamples: Readonly<Record<Exclude<RouteName, "GET /sync/:id">, readonly RouteSample[]>> = {
  "GET /api/documents/:id": [
    { below: () => "", hadEffect: async ({ id }, response) => (await jsonOf(response))["id"] === id },
  ],
  "GET /api/documents/:id/text": [
    {
      below: () => "/text",
      hadEffect: async (_document, response) => (await response.text()).includes("the secret text"),
    },
  ],
  "GET /api/documents/:id/counters": [
    { below: () => "/counters", hadEffect: async (_document, response) => "storedBytes" in (await jsonOf(response)) },
  ],
  "PATCH /api/documents/:id": settingsChanges.map(patching),
  "PATCH /api/documents/:id (rules)": [
    ...rulesChanges,
    // Something that more people may, beside what the owner alone may.
    ...rulesChanges.flatMap((rules) => settingsChanges.map((settings) => ({ ...settings, ...rules }))),
    ...rulesChanges.map((rules) => ({ ...rules, ...settingsChanges[0] })),
  ].map(patching),
  "DELETE /api/documents/:id": [
    {
      below: () => "",
      hadEffect: async (document) => (await document.ask("GET", "", {})).status === 404,
    },
  ],
  "POST /api/documents/:id/restore": [
    { below: () => "/restore", hadEffect: async ({ id }, response) => (await jsonOf(response))["id"] === id },
  ],
  "GET /api/documents/:id/links": [
    {
      below: () => "/links",
      hadEffect: async (_document, response) => Array.isArray((await jsonOf(response))["links"]),
    },
  ],
  "POST /api/documents/:id/links": [
    {
      below: () => "/links",
      body: { role: "edit", label: "made" },
      hadEffect: async (document) => (await linksOf(document)).some(({ label }) => label === "made"),
    },
  ],
  "DELETE /api/documents/:id/links/:linkId": [
    {
      below: async (document) => `/links/${(await document.link("view", { label: "to be revoked" })).id}`,
      hadEffect: async (document) =>
        (await linksOf(document)).some(({ label, revoked }) => label === "to be revoked" && revoked !== null),
    },
  ],
  "GET /api/documents/:id/people": [
    { below: () => "/people", hadEffect: async (_document, response) => "people" in (await jsonOf(response)) },
  ],
  "DELETE /api/documents/:id/people/:personId": [
    {
      below: () => `/people/${somebody}`,
      hadEffect: async (document) => (await removedFrom(document)).includes(somebody),
    },
  ],
  "PUT /api/documents/:id/people/:personId": [
    {
      below: async (document) => {
        await document.command("DELETE", `/people/${somebodyElse}`);
        return `/people/${somebodyElse}`;
      },
      hadEffect: async (document) => !(await removedFrom(document)).includes(somebodyElse),
    },
  ],
};

const [somebody, somebodyElse] = ["somebody________", "somebodyElse____"] as const;

function patching(body: Readonly<Record<string, unknown>>): RouteSample {
  return {
    below: () => "",
    body,
    hadEffect: async (document) => {
      const description = await jsonOf(await document.command("GET"));
      return Object.entries(body).every(([name, value]) => description[name] === value);
    },
  };
}

function jsonOf(response: Response): Promise<Record<string, unknown>> {
  return response.json();
}

async function linksOf(document: OwnedDocument): Promise<{ label: string; revoked: string | null }[]> {
  const { links } = await (await document.command("GET", "/links")).json<{
    links: { label: string; revoked: string | null }[];
  }>();
  return links;
}

async function removedFrom(document: OwnedDocument): Promise<string[]> {
  const { removed } = await (await document.command("GET", "/people")).json<{ removed: { id: string }[] }>();
  return removed.map(({ id }) => id);
}
