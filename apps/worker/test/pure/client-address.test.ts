import { describe, expect, test } from "vitest";
import { clientAddressHeaderFrom, clientAddressOf } from "../../src/client-address.ts";

const proxyHeader = "X-Forwarded-For";

/** The address that is counted when the proxy in front says `value`. */
function saidByProxy(value: string): string | null {
  return clientAddressOf({ headers: new Headers({ [proxyHeader]: value }) }, proxyHeader);
}

/** The one when the platform says `value`. */
function saidByPlatform(value: string): string | null {
  return clientAddressOf({ headers: new Headers({ "CF-Connecting-IP": value }), cf: { colo: "VIE" } }, null);
}

describe("CF-Connecting-IP", () => {
  test("is believed where the platform set it", () => {
    expect(saidByPlatform("203.0.113.7")).toBe("203.0.113.7");
  });

  test("is believed from nobody else", () => {
    const headers = new Headers({ "CF-Connecting-IP": "203.0.113.7" });
    for (const cf of [undefined, {}, { clientIp: "127.0.0.1:80" }, { colo: null }]) {
      expect(clientAddressOf({ headers, cf }, null)).toBeNull();
      expect(clientAddressOf({ headers, cf }, proxyHeader)).toBeNull();
    }
  });

  test("comes before the header of a proxy, which anybody could send there", () => {
    const headers = new Headers({ "CF-Connecting-IP": "203.0.113.7", [proxyHeader]: "203.0.113.8" });
    expect(clientAddressOf({ headers, cf: { colo: "VIE" } }, proxyHeader)).toBe("203.0.113.7");
  });
});

describe("the header of the proxy in front", () => {
  test("is not looked at unless a setting names it", () => {
    expect(clientAddressOf({ headers: new Headers({ [proxyHeader]: "203.0.113.7" }) }, null)).toBeNull();
  });

  test("tells the address in its last item: the others are what the client sent", () => {
    for (const value of ["203.0.113.7", "198.51.100.1, 203.0.113.7", "junk,203.0.113.7 , ,", "::1, 203.0.113.7,"]) {
      expect([value, saidByProxy(value)]).toEqual([value, "203.0.113.7"]);
    }
  });

  test("may bring a port along", () => {
    for (const [value, address] of [
      ["203.0.113.7:51234", "203.0.113.7"],
      ["[2001:db8:1:2:3:4:5:6]:51234", "2001:db8:1:2::/64"],
      ["[2001:db8:1:2:3:4:5:6]", "2001:db8:1:2::/64"],
      ["[::ffff:203.0.113.7]:443", "203.0.113.7"],
    ] as const) {
      expect([value, saidByProxy(value)]).toEqual([value, address]);
    }
  });

  test("tells nothing when its last item is no address, however the ones before it look", () => {
    for (const value of [
      "",
      ",",
      "unknown",
      "203.0.113.7, junk",
      "1",
      "0x7f.1",
      "203.0.113.256",
      "203.0.113.7:",
      "::g",
    ]) {
      expect([value, saidByProxy(value)]).toEqual([value, null]);
    }
  });
});

describe("an IPv6 address", () => {
  test("is counted with all of its /64, however it is written", () => {
    for (const value of ["2001:db8:1:2::1", "2001:0DB8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2:0:0:0:0%eth0"]) {
      expect([value, saidByPlatform(value)]).toEqual([value, "2001:db8:1:2::/64"]);
    }
    expect(saidByPlatform("2001:db8:1:3::1")).toBe("2001:db8:1:3::/64");
  });

  test("that holds an IPv4 address is that one", () => {
    expect(saidByPlatform("::ffff:203.0.113.7")).toBe("203.0.113.7");
    expect(saidByPlatform("::FFFF:cb00:7107")).toBe("203.0.113.7");
  });
});

describe("CLIENT_ADDRESS_HEADER", () => {
  test("may be left out", () => {
    expect([undefined, null, ""].map((value) => clientAddressHeaderFrom({ CLIENT_ADDRESS_HEADER: value }))).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("must be the name of a header", () => {
    expect(clientAddressHeaderFrom({ CLIENT_ADDRESS_HEADER: proxyHeader })).toBe(proxyHeader);
    for (const value of ["X-Forwarded-For: 1", "two words", 7]) {
      expect(() => clientAddressHeaderFrom({ CLIENT_ADDRESS_HEADER: value })).toThrow(/^CLIENT_ADDRESS_HEADER must /);
    }
  });
});
