import { expect, test } from "vitest";
import { credentialsOf } from "../../src/credentials.ts";

const key = "k".repeat(22);
const device = "d".repeat(22);

function shown(headers: Record<string, string>, query = ""): ReturnType<typeof credentialsOf> {
  return credentialsOf(new Request(`http://localhost/sync/x${query}`, { headers }));
}

test("a key with its pass and a device are found wherever they may travel", () => {
  const pass = "p".repeat(22);
  for (const found of [
    shown({ "sec-websocket-protocol": `samepage.1, key.${key}, device.${device}` }),
    shown({ authorization: `Bearer ${key}`, "samepage-device": device }),
    shown({ "samepage-device": device }, `?key=${key}`),
  ]) {
    expect(found).toEqual({ key, pass: null, device });
  }
  for (const found of [
    shown({ "sec-websocket-protocol": `device.${device},key.${key}.${pass}` }),
    shown({ authorization: `bearer ${key}.${pass}`, "samepage-device": device }),
  ]) {
    expect(found).toEqual({ key, pass, device });
  }
});

test("what was brought as a key and can be none is not overlooked", () => {
  for (const [headers, brought] of [
    [{ authorization: `Basic ${key}` }, `Basic ${key}`],
    [{ authorization: "Bearer short" }, "short"],
    [{ authorization: `Bearer ${key}, Bearer ${key}` }, `${key}, Bearer ${key}`],
    [{ "sec-websocket-protocol": `key.${key}, key.${key}` }, `${key} ${key}`],
    [{ "sec-websocket-protocol": "key." }, ""],
  ] as const) {
    expect(shown(headers)).toEqual({ key: brought, pass: null, device: null });
  }
});

test("nothing brought is nothing, and a device's secret that can be none proves nothing", () => {
  for (const found of [
    shown({}, "?key="),
    shown({ "samepage-device": `${device}x` }),
    shown({ "sec-websocket-protocol": "key, device, device." }),
  ]) {
    expect(found).toEqual({ key: null, pass: null, device: null });
  }
});
