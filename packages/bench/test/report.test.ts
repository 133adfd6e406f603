import { describe, expect, test } from "vitest";
import type { Comparison, Series } from "../src/compare.ts";
import type { Metric } from "../src/figures.ts";
import { firstOf, leadOf, rankingsOf } from "../src/report/ranking.ts";
import { reportPage } from "../src/report/report-page.ts";
import { resultsOf, settingOf } from "../src/results.ts";

const time: Metric = { name: "time", unit: "s", decimals: 1, hasRatio: true };
const rate: Metric = { name: "rate", unit: "/s", decimals: 0, hasRatio: false, better: "more" };
const driver: Metric = { name: "driver", unit: "%", decimals: 0, hasRatio: false, better: "neither" };

function comparisonOf(metrics: readonly Metric[], ...series: readonly Series[]): Comparison {
  return { workload: { name: "work", description: "what is done", metrics }, series };
}

const relay: Series = {
  contestant: "R",
  keepsText: false,
  rounds: [
    [1, 500, 20],
    [2, 400, 20],
  ],
};
const own: Series = {
  contestant: "Samepage",
  keepsText: true,
  rounds: [
    [2, 300, 90],
    [3, 350, 70],
  ],
};
const other: Series = {
  contestant: "other",
  keepsText: true,
  rounds: ["gave <up>", [6, 360, 10], [6, 360, 10]],
};

describe("a ranking", () => {
  const [times, rates, ...more] = rankingsOf(comparisonOf([time, rate, driver], own, other, relay));

  test("has the better figure first, whether that is less or more, for each metric that is one", () => {
    expect(times?.standings.map(({ contestant }) => contestant)).toEqual(["R", "Samepage", "other"]);
    expect(rates?.standings.map(({ contestant }) => contestant)).toEqual(["R", "other", "Samepage"]);
    expect(more).toEqual([]);
  });

  test("sums rounds up: their ratios to R's, round by round, and whether the driver was the limit", () => {
    expect(times?.standings[1]).toMatchObject({ median: 2.5, least: 2, most: 3, ratio: 1.75, isDriverLimited: true });
    // Its second round was beside R's second.
    expect(times?.standings[2]).toMatchObject({ figures: [6, 6], ratio: 3, isDriverLimited: false });
    expect(rates?.standings[0]?.ratio).toBeNull();
  });

  test("names the first of those that keep documents and never failed, and whether that may be chance", () => {
    const leadAmong = (...series: readonly Series[]): unknown => {
      const [ranking] = rankingsOf(comparisonOf([time], ...series));
      const leaders = ranking === undefined ? null : firstOf(ranking);
      return leaders && [leaders.first.contestant, leaders.second.contestant, leadOf(leaders.first, leaders.second)];
    };
    const near: Series = { contestant: "near", keepsText: true, rounds: [[2.9], [3.1]] };
    const far: Series = { contestant: "far", keepsText: true, rounds: [[6], [7]] };
    expect(leadAmong(own, other, relay)).toBeNull();
    expect(leadAmong(far, own, other, relay)).toEqual(["Samepage", "far", { times: 2.6, isCertain: true }]);
    expect(leadAmong(near, own)).toEqual(["Samepage", "near", { times: 1.2, isCertain: false }]);
    const once = { ...far, rounds: [[6]] };
    expect(leadAmong(once, { ...own, rounds: [[2]] })).toEqual(["Samepage", "far", { times: 3, isCertain: false }]);
  });

  test("is not made where nothing differs", () => {
    expect(rankingsOf(comparisonOf([time], own, { ...own, contestant: "twin" }))).toEqual([]);
  });
});

describe("the page", () => {
  const slow: Series = {
    contestant: "slow",
    keepsText: true,
    rounds: [
      [10, 325, 5],
      [12, 325, 5],
    ],
  };
  const page = reportPage(
    resultsOf(settingOf(new Date("2026-11-21T12:00:00Z")), {
      comparisons: [comparisonOf([time, rate, driver], own, other, relay, slow)],
    }),
  );

  test("needs nothing from elsewhere and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|@import|(?:src|href)=|url\(/);
  });

  test("says each plot in words, and gives its figures as a table", () => {
    expect(page).toContain('aria-label="time, the best first: R 1.5 s, Samepage 2.5 s, other 6.0 s, slow 11.0 s"');
    expect(page).toContain('<th scope="row">R</th><td>1.5 (1.0–2.0) 1.00×</td>');
  });

  test("says who is first, that a tie is nobody's, what failed, and where the driver was the limit", () => {
    expect(page).toContain("Samepage is first in 1 of 2 figures");
    expect(page).toContain("<td>4.40× before slow ▲</td>");
    expect(page).toContain("<td>Samepage, slow</td><td>325 /s</td><td>325 /s</td><td>a tie</td>");
    expect(page).toContain("<li><b>other</b> failed: gave &lt;up&gt;</li>");
    expect(page).toMatch(/>2\.5 {2}1\.75× {2}▲</);
  });
});
