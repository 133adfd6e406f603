import { describe, expect, test } from "vitest";
import { InFlight } from "../src/in-flight.ts";

describe("what is on its way", () => {
  test("is the client's own question first, and gone when the first answer is known to have arrived", () => {
    const inFlight = new InFlight();
    expect(inFlight.count).toBe(1);
    inFlight.add("sync-step-2");
    inFlight.acknowledge(1);
    expect(inFlight.count).toBe(0);
  });

  test("was acknowledged before the question that answers it: it is counted as one answer, not as two", () => {
    const inFlight = new InFlight();
    inFlight.add("sync-step-2");
    inFlight.acknowledge(1);
    inFlight.hearQuestion();
    inFlight.add("update");
    inFlight.add("update");
    inFlight.add("sync-step-2");
    inFlight.acknowledge(1);
    expect(inFlight.count).toBe(2);
  });

  test("has arrived with all that was sent before it", () => {
    const inFlight = new InFlight();
    inFlight.add("sync-step-2");
    inFlight.add("aside");
    inFlight.add("update");
    inFlight.add("aside");
    expect([inFlight.count, inFlight.asides]).toEqual([5, 3]);
    inFlight.acknowledge(2);
    expect([inFlight.count, inFlight.asides]).toEqual([1, 1]);
  });

  test("is known to have arrived by the next question alone", () => {
    const inFlight = new InFlight();
    inFlight.add("sync-step-2");
    inFlight.add("update");
    inFlight.hearQuestion();
    expect(inFlight.count).toBe(1);
  });
});
