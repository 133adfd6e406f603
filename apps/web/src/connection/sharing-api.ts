/** The HTTP calls of sharing: what the owner decides, the links, the people. */

import type { Credentials } from "@samepage/protocol";
import { words } from "../words/words.ts";
import { call, field, isAnything, type Outcome, pathOf } from "./api.ts";

/** What the bare address gives. */
export type Access = "edit" | "comment" | "view" | "none";

/** What the owner decides for all. Times as ISO 8601. */
export interface Rules {
  readonly access: Access;
  readonly locked: boolean;
  readonly embed: boolean;
  readonly expires: string | null;
}

/** A link as its owner sees it. Times as ISO 8601. */
export interface Link {
  readonly id: string;
  readonly role: Exclude<Access, "none">;
  readonly label: string;
  readonly created: string;
  readonly expires: string | null;
  readonly revoked: string | null;
  readonly hasPassword: boolean;
}

/** A link with its address, which the server tells only once. */
export interface NewLink extends Link {
  readonly url: string;
}

export interface WantedLink {
  readonly role: Link["role"];
  readonly label: string;
  readonly expires: string | null;
  readonly password: string | null;
}

export interface PersonHere {
  readonly id: string;
  readonly name: string | null;
  readonly hue: number | null;
  readonly role: "owner" | Link["role"];
  readonly linkId: string | null;
}

interface RemovedPerson {
  readonly id: string;
  readonly name: string;
  readonly removed: string;
}

export interface People {
  readonly people: readonly PersonHere[];
  readonly removed: readonly RemovedPerson[];
}

/** The calls about the document `id`, of somebody with `credentials`. */
export class SharingApi {
  readonly #path: string;
  readonly #credentials: Credentials;

  constructor(id: string, credentials: Credentials) {
    this.#path = pathOf(id);
    this.#credentials = credentials;
  }

  rules(): Promise<Outcome<Rules>> {
    return this.#call("GET", "", undefined, isRules);
  }

  changeRules(change: Partial<Rules>): Promise<Outcome<Rules>> {
    return this.#call("PATCH", "", change, isRules);
  }

  links(): Promise<Outcome<{ readonly links: readonly Link[] }>> {
    return this.#call("GET", "/links", undefined, hasLinks);
  }

  addLink({ role, label, expires, password }: WantedLink): Promise<Outcome<NewLink>> {
    const given = { role, label, ...(expires && { expires }), ...(password && { password }) };
    return this.#call("POST", "/links", given, isNewLink);
  }

  revokeLink(link: string): Promise<Outcome<unknown>> {
    return this.#call("DELETE", `/links/${link}`, undefined, isAnything);
  }

  people(): Promise<Outcome<People>> {
    return this.#call("GET", "/people", undefined, isPeople);
  }

  removePerson(person: string): Promise<Outcome<unknown>> {
    return this.#call("DELETE", `/people/${person}`, undefined, isAnything);
  }

  letBack(person: string): Promise<Outcome<unknown>> {
    return this.#call("PUT", `/people/${person}`, undefined, isAnything);
  }

  deleteDocument(): Promise<Outcome<unknown>> {
    return this.#call("DELETE", "", undefined, isAnything);
  }

  #call<Value>(
    method: Parameters<typeof call>[0],
    path: string,
    content: unknown,
    isValue: (body: unknown) => body is Value,
  ): Promise<Outcome<Value>> {
    return call(method, this.#path + path, content, isValue, words().faults.nothingChanged, this.#credentials);
  }
}

function isRules(body: unknown): body is Rules {
  return typeof field(body, "access") === "string" && typeof field(body, "locked") === "boolean";
}

function hasLinks(body: unknown): body is { readonly links: readonly Link[] } {
  return Array.isArray(field(body, "links"));
}

function isNewLink(body: unknown): body is NewLink {
  return typeof field(body, "id") === "string" && typeof field(body, "url") === "string";
}

function isPeople(body: unknown): body is People {
  return Array.isArray(field(body, "people")) && Array.isArray(field(body, "removed"));
}
