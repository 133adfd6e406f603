/** A document whose owner is the test: it decides over HTTP, while people have pages open. */

export interface OwnedDocument {
  readonly id: string;
  readonly ownerKey: string;
  /** Asks the API with the owner's key. */
  asOwner(method: string, path?: string, body?: unknown): Promise<Response>;
}

/** Creates a document with `text` on the server at `origin`. */
export async function createOwned(origin: string, text: string): Promise<OwnedDocument> {
  const headers = { "content-type": "text/markdown" };
  const created = await fetch(`${origin}/api/documents`, { method: "POST", body: text, headers });
  const { id, ownerKey }: { id: string; ownerKey: string } = await created.json();
  return {
    id,
    ownerKey,
    asOwner: (method, path = "", body) =>
      fetch(`${origin}/api/documents/${id}${path}`, {
        method,
        headers: { authorization: `Bearer ${ownerKey}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

/** A new link, as the address that is passed on, and its id. */
export async function addLink(owned: OwnedDocument, link: object): Promise<{ id: string; path: string }> {
  const response = await owned.asOwner("POST", "/links", link);
  const { id, url }: { id: string; url: string } = await response.json();
  const { pathname, hash } = new URL(url);
  return { id, path: pathname + hash };
}

/** The public id of the person who is here and called `name`; without a name, of the only one who is here. */
export async function personHere(owned: OwnedDocument, name?: string): Promise<string> {
  const response = await owned.asOwner("GET", "/people");
  const { people }: { people: { id: string; name: string }[] } = await response.json();
  const [person, ...others] = people.filter((each) => name === undefined || each.name === name);
  if (person === undefined || others.length > 0) throw new Error(`not one alone is here: ${JSON.stringify(people)}`);
  return person.id;
}
