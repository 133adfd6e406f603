import { expect, test } from "vitest";
import { denialOf, denials, isFinal } from "../src/index.ts";

test("every denial is told by its code and its reason, and by nothing else", () => {
  for (const [reason, { code }] of Object.entries(denials)) {
    expect(denialOf(code, reason)).toBe(reason);
    expect(denialOf(4400, reason)).toBeNull();
    expect(denialOf(code, `${reason}.`)).toBeNull();
  }
});

test("every denial ends a connection for good, and has the status that goes with its code", () => {
  for (const { code, status } of Object.values(denials)) {
    expect(isFinal(code)).toBe(true);
    expect(code).toBe(4_000 + status);
  }
});
