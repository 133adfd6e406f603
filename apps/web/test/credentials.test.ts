import { isDeviceSecret } from "@samepage/protocol";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { credentialHeaders } from "../src/connection/credential-headers.ts";
import { credentialsFor, dropRefused, keepAdmitted } from "../src/state/credentials.ts";
import { deviceSecret } from "../src/state/device-secret.ts";
import { keepLinkKey } from "../src/state/link-keys.ts";
import { keepOwnerKey, ownerKey, takeOwnerKey } from "../src/state/owner-keys.ts";
import { forget } from "../src/state/recent-documents.ts";
import { removeStored } from "../src/state/stored.ts";

const id = "A".repeat(22);
const [owners, others, link, pass] = ["O".repeat(22), "X".repeat(22), "L".repeat(22), "P".repeat(22)];

/** The browser's storage; `isOff`: as where the person has switched it off. */
class FakeStorage {
  readonly items = new Map<string, string>();
  isOff = false;

  getItem(key: string): string | null {
    this.#refuse();
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#refuse();
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.#refuse();
    this.items.delete(key);
  }

  #refuse(): void {
    if (this.isOff) throw new DOMException("switched off");
  }
}

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => vi.unstubAllGlobals());

const opened = (hash = "") => credentialsFor(id, hash);

describe("the device's secret", () => {
  test("is made once, and kept", () => {
    const secret = deviceSecret();
    expect(isDeviceSecret(secret)).toBe(true);
    expect(deviceSecret()).toBe(secret);
    expect(JSON.parse(storage.items.get("samepage:device") ?? "")).toBe(secret);
  });

  test("holds for the page where nothing can be stored, and one that was spoilt is made anew", () => {
    storage.items.set("samepage:device", '"short"');
    expect(isDeviceSecret(deviceSecret())).toBe(true);
    storage.isOff = true;
    const secret = deviceSecret();
    expect(deviceSecret()).toBe(secret);
    removeStored("samepage:device");
  });
});

describe("the key to open a document with", () => {
  test("is the one in the address, else the owner's, else that of the last link, else none", () => {
    expect(opened()).toMatchObject({ key: null, source: null });
    keepLinkKey(id, link);
    expect(opened()).toMatchObject({ key: link, source: "link" });
    keepOwnerKey(id, owners);
    expect(opened()).toMatchObject({ key: owners, source: "owner" });
    expect(opened(`#${others}`)).toMatchObject({ key: others, source: "address" });
  });

  test("is nothing else that may stand behind a #", () => {
    for (const hash of ["", "#", "#heading", `#${link}x`, `#${link.slice(1)}`, `#a=${link}`]) {
      expect(opened(hash)).toMatchObject({ key: null, source: null });
    }
  });

  test("in the address goes with what its password gave", () => {
    keepLinkKey(id, `${link}.${pass}`);
    expect(opened(`#${link}`)).toMatchObject({ key: `${link}.${pass}`, source: "address" });
    expect(opened(`#${others}`)).toMatchObject({ key: others, source: "address" });
  });

  test("of a link that let one in is there when one comes back without it, until the document is taken off the list", () => {
    expect(opened()).toMatchObject({ key: null });
    keepAdmitted(id, opened(`#${link}`), "view");
    expect(opened()).toMatchObject({ key: link, source: "link" });
    keepAdmitted(id, opened(), "view");
    expect(opened()).toMatchObject({ key: link, source: "link" });
    forget(id);
    expect(opened()).toMatchObject({ key: null });
  });

  test("is kept by nobody who was not let in by it", () => {
    keepLinkKey(id, link);
    opened(`#${others}`);
    expect(opened()).toMatchObject({ key: link });
  });
});

describe("an address that hands over the owner's key", () => {
  test("has it kept, and nothing else has", () => {
    for (const hash of ["", `#${owners}`, "#owner=short", `#owner=${owners}x`]) {
      expect(takeOwnerKey(id, hash)).toBe(false);
    }
    expect(ownerKey(id)).toBeNull();
    expect(takeOwnerKey(id, `#owner=${owners}`)).toBe(true);
    expect(opened()).toMatchObject({ key: owners, source: "owner" });
  });

  test("does not cost the owner the key that is there: one that is no good is forgotten", () => {
    keepOwnerKey(id, owners);
    takeOwnerKey(id, `#owner=${others}`);
    expect(opened()).toMatchObject({ key: others, source: "offered" });
    expect(dropRefused(id, opened(), "key not valid")).toBe(true);
    expect(opened()).toMatchObject({ key: owners, source: "owner" });
    takeOwnerKey(id, `#owner=${others}`);
    keepAdmitted(id, opened(), "view");
    expect(opened()).toMatchObject({ key: owners, source: "owner" });
  });

  test("wins over one that is no good", () => {
    keepOwnerKey(id, others);
    takeOwnerKey(id, `#owner=${owners}`);
    keepAdmitted(id, opened(), "owner");
    expect(opened()).toMatchObject({ key: owners, source: "owner" });
    expect(ownerKey(id)).toBe(owners);
  });
});

describe("a key that is refused", () => {
  test("and was kept as the owner's is dropped, and what is left is tried", () => {
    keepOwnerKey(id, others);
    keepLinkKey(id, link);
    expect(dropRefused(id, opened(), "key not valid")).toBe(true);
    expect(opened()).toMatchObject({ key: link, source: "link" });
    expect(dropRefused(id, opened(), "key revoked")).toBe(true);
    expect(opened()).toMatchObject({ key: null });
    expect(dropRefused(id, opened(), "no key")).toBe(false);
  });

  test("for another reason stays", () => {
    const stays = (key: string): void => {
      for (const denial of [
        "removed",
        "deleted",
        "no such document",
        "sign-in needed",
        "too many connections",
      ] as const) {
        expect(dropRefused(id, opened(), denial)).toBe(false);
      }
      expect(opened()).toMatchObject({ key });
    };
    keepLinkKey(id, link);
    stays(link);
    keepOwnerKey(id, owners);
    stays(owners);
    takeOwnerKey(id, `#owner=${others}`);
    stays(others);
  });

  test("in the address is not tried again, so that one hears what it is", () => {
    for (const denial of ["key not valid", "key revoked", "key expired"] as const) {
      expect(dropRefused(id, opened(`#${link}`), denial)).toBe(false);
    }
  });

  test("with what a password gave loses that, and the password is asked for again", () => {
    keepLinkKey(id, `${link}.${pass}`);
    expect(dropRefused(id, opened(`#${link}`), "password needed")).toBe(false);
    expect(opened()).toMatchObject({ key: link });
  });
});

test("over HTTP the key is a bearer's, and what is not there is not sent", () => {
  expect(credentialHeaders({ key: link, device: pass })).toEqual({
    authorization: `Bearer ${link}`,
    "samepage-device": pass,
  });
  expect(credentialHeaders({ key: null, device: null })).toEqual({});
});
