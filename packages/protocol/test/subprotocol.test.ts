import fc from "fast-check";
import { expect, test } from "vitest";
import {
  credentialsAmong,
  isKey,
  keyOfLink,
  noCredentials,
  passOfKey,
  subprotocol,
  subprotocolsWith,
} from "../src/index.ts";

const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const key = fc.string({ unit: fc.constantFrom(...base64url), minLength: 22, maxLength: 22 });
const keyWithPass = fc.tuple(key, key).map((parts) => parts.join("."));
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });

test("credentials come out of the offer as they went in, and the offer is one that a browser sends", () => {
  fc.assert(
    fc.property(orNull(fc.oneof(key, keyWithPass)), orNull(key), (anyKey, device) => {
      const offered = subprotocolsWith({ key: anyKey, device });
      expect(offered[0]).toBe(subprotocol);
      expect(credentialsAmong(offered)).toEqual({ key: anyKey, device });
      for (const name of offered) expect(name).toMatch(/^[\w!#$%&'*+.^`|~-]+$/); // A token of RFC 9110.
    }),
  );
});

test("what has not the shape of a key is not offered, but read for what it is when somebody offers it", () => {
  for (const wrong of [
    "",
    "short",
    "a b",
    "A".repeat(23),
    `${"A".repeat(22)}.`,
    `${"A".repeat(22)}.short`,
    `${"A".repeat(22)}.${"A".repeat(23)}`,
    "é".repeat(22),
  ]) {
    expect(isKey(wrong)).toBe(false);
    expect(() => subprotocolsWith({ key: wrong })).toThrow(RangeError);
    expect(() => subprotocolsWith({ device: wrong })).toThrow(RangeError);
    expect(credentialsAmong(["samepage.1", `key.${wrong}`]).key).toBe(wrong);
  }
});

test("a client that shows nothing shows nothing", () => {
  expect(subprotocolsWith({})).toEqual([subprotocol]);
  expect(credentialsAmong(["samepage.1", "samepage.2"])).toEqual(noCredentials);
});

test("a key with what a password gave is of the link that stands before the dot", () => {
  fc.assert(
    fc.property(keyWithPass, (withPass) => {
      const [link = "", pass] = withPass.split(".");
      expect([keyOfLink(withPass), passOfKey(withPass)]).toEqual([link, pass]);
      expect([keyOfLink(link), passOfKey(link)]).toEqual([link, null]);
    }),
  );
});
