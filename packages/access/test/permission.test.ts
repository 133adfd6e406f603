import { expect, test } from "vitest";
import { can } from "../src/index.ts";

test("who may only look or comment cannot write the text or change its settings", () => {
  for (const role of ["viewer", "commenter"] as const) {
    expect(can(role, "read-text")).toBe(true);
    expect(can(role, "write-text")).toBe(false);
    expect(can(role, "change-settings")).toBe(false);
  }
});

test("whoever may edit can write", () => {
  expect(can("editor", "write-text")).toBe(true);
  expect(can("owner", "write-text")).toBe(true);
});
