import { expect, test } from "vitest";
import { type Cost, costOf, costPerEditorHour, costPerIdleMonth, total, type Usage } from "../src/cost/model.ts";

const nothing: Usage = {
  spanMs: 30_000,
  requests: 0,
  messages: 0,
  wakeUps: 0,
  durationMs: 0,
  rowsRead: 0,
  rowsWritten: 0,
  storedBytes: 0,
};

const free: Cost = { requests: 0, messages: 0, duration: 0, "rows read": 0, "rows written": 0, "stored data": 0 };

function expectDollars(cost: Cost, dollars: Partial<Cost>): void {
  for (const [item, expected] of Object.entries({ ...free, ...dollars })) {
    expect([item, new Map(Object.entries(cost)).get(item)]).toEqual([item, expect.closeTo(expected, 9)]);
  }
}

test("a million of each costs what the price list says", () => {
  const million = 1e6;
  expectDollars(
    costOf({ ...nothing, requests: million, messages: million, rowsRead: million, rowsWritten: million }),
    // A million messages are 50,000 requests.
    { requests: 0.15, messages: 0.0075, "rows read": 0.001, "rows written": 1 },
  );
});

test("duration and messages cost what the price list's own example says, before what is included", () => {
  // 100 objects of 100 sockets, each of which sends one message a minute that takes 10 ms, for 30 days.
  const minutes = 30 * 24 * 60;
  const messages = 100 * 100 * minutes;
  expectDollars(costOf({ ...nothing, messages, durationMs: messages * 10 }), {
    // 21,600,000 requests; 4,320,000 s × 128 MB = 552,960 GB-s.
    messages: 3.24,
    duration: 6.912,
  });
});

test("a gigabyte stored for a month costs a gigabyte-month, and for 36 hours a twentieth of it", () => {
  const stored = { ...nothing, storedBytes: 1e9 };
  expectDollars(costOf({ ...stored, spanMs: 30 * 24 * 3_600_000 }), { "stored data": 0.2 });
  expectDollars(costOf({ ...stored, spanMs: 36 * 3_600_000 }), { "stored data": 0.01 });
});

test("wake-ups cost nothing by themselves", () => {
  expect(total(costOf({ ...nothing, wakeUps: 1e9 }))).toBe(0);
});

test("an editor-hour is a coming, an hour of typing and a leaving, divided among those who came", () => {
  const visit = {
    editors: 10,
    coming: { ...nothing, requests: 10, rowsRead: 40 },
    // In 30 s: 1,500 keystrokes, all of the time, a row each quarter of a second. An hour has 120 times that.
    typing: { ...nothing, messages: 1_500, durationMs: 30_000, rowsWritten: 120 },
    leaving: { ...nothing, rowsWritten: 20 },
  };
  expectDollars(costPerEditorHour(visit), {
    requests: 0.15e-6,
    // 18,000 messages of each are 900 requests.
    messages: 135e-6,
    // 3,600 s × 0.128 GB = 460.8 GB-s among ten.
    duration: 576e-6,
    "rows read": 4e-9,
    "rows written": (14_400 + 20) * 1e-7,
  });
});

test("an idle month of an object that cannot hibernate is a month of duration", () => {
  // 2,592,000 s × 0.128 GB = 331,776 GB-s.
  const idle = { ...nothing, spanMs: 20_000, durationMs: 20_000, storedBytes: 1e6 };
  expectDollars(costPerIdleMonth(idle), { duration: 4.1472, "stored data": 0.0002 });
});
