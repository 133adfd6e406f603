/** A document of the worker under test, in the hands of its owner; and what others may bring to it. */

import { runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import type { LinkRole } from "@samepage/access";
import { parseDocumentId } from "@samepage/protocol";
import type { DocumentObject } from "../src/document-object.ts";
import { documentStub } from "../src/document-stub.ts";
import { hashOfKey, newKey, type Proof } from "../src/proof.ts";

/** With what somebody asks over HTTP. */
export interface Credential {
  readonly key?: string;
  readonly device?: string;
}

export interface MadeLink {
  readonly id: string;
  readonly key: string;
  readonly url: string;
}

/** A device's secret, as a page makes one. */
export const newDevice = newKey;

export class OwnedDocument {
  readonly id: string;
  readonly ownerKey: string;
  readonly path: string;

  private constructor(id: string, ownerKey: string) {
    this.id = id;
    this.ownerKey = ownerKey;
    this.path = `/api/documents/${id}`;
  }

  static async create(text = ""): Promise<OwnedDocument> {
    const init = { method: "POST", body: text, headers: { "content-type": "text/plain" } };
    const response = await exports.default.fetch("http://localhost/api/documents", init);
    const { id, ownerKey } = await response.json<{ id: string; ownerKey: string }>();
    return new OwnedDocument(id, ownerKey);
  }

  get owner(): Credential {
    return { key: this.ownerKey };
  }

  get stub(): DurableObjectStub<DocumentObject> {
    const id = parseDocumentId(this.id);
    if (id === null) throw new Error("not an id");
    return documentStub(env, id);
  }

  /** Asks what stands below the document's address, as somebody with `credential` does; `body` becomes JSON. */
  ask(method: string, below: string, credential: Credential, body?: unknown): Promise<Response> {
    return exports.default.fetch(`http://localhost${this.path}${below}`, requestOf(method, credential, body));
  }

  /** The same as the owner, for whom it must succeed. */
  async command(method: string, below = "", body?: unknown): Promise<Response> {
    const response = await this.ask(method, below, this.owner, body);
    if (!response.ok) throw new Error(`${method} ${below} answered ${response.status}: ${await response.text()}`);
    return response;
  }

  async link(role: LinkRole, others: { expires?: string; password?: string; label?: string } = {}): Promise<MadeLink> {
    return (await this.command("POST", "/links", { role, ...others })).json();
  }

  /** The key of a link with the pass that its password gives. */
  async unlocked({ key }: MadeLink, password: string): Promise<string> {
    const response = await this.ask("POST", "/unlock", { key }, { password });
    return (await response.json<{ key: string }>()).key;
  }

  async text(): Promise<string> {
    return (await this.command("GET", "/text")).text();
  }

  /** The public ids of who is here, by the names that they show. */
  async personIds(): Promise<ReadonlyMap<string | null, string>> {
    const answer = await this.command("GET", "/people");
    const { people } = await answer.json<{ people: { id: string; name: string | null }[] }>();
    return new Map(people.map(({ id, name }) => [name, id]));
  }

  /** All that is kept here but the log, and the text with what is accepted and not stored yet: as text, to be compared. */
  async picture(): Promise<string> {
    const proof: Proof = { keyHash: await hashOfKey(this.ownerKey), pass: null, personHash: null };
    return runInDurableObject(this.stub, async (object, state) => {
      const text = await object.text(proof);
      const tables = ["meta", "link", "removed"].map((table) =>
        state.storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
      );
      return JSON.stringify([text, tables], (_name, value) =>
        value instanceof ArrayBuffer ? [...new Uint8Array(value)].join() : value,
      );
    });
  }
}

/** A request with `credential`, as `fetch` takes it. */
export function requestOf(method: string, { key, device }: Credential, body?: unknown): RequestInit {
  return {
    method,
    redirect: "manual",
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(device === undefined ? {} : { "samepage-device": device }),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  };
}
