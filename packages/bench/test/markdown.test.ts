import { expect, test } from "vitest";
import type { Comparison } from "../src/compare.ts";
import { withFigures } from "../src/markdown.ts";
import { resultsOf, settingOf } from "../src/results.ts";

const document = `Before.

<!-- figures: written by \`pnpm bench report --markdown\` -->
old
<!-- end of the figures -->

After.
`;

const comparison: Comparison = {
  workload: {
    name: "flood",
    description: "as fast as it goes",
    metrics: [{ name: "time", unit: "s", decimals: 1, hasRatio: true }],
  },
  series: [
    { contestant: "R", keepsText: true, rounds: [[2], [4], [3]] },
    { contestant: "Samepage", keepsText: true, rounds: [[1], [1], [1.5]] },
    { contestant: "other", keepsText: true, rounds: [[8], "gave | up", [9]] },
  ],
};

test("figures take the place of the old ones, with medians, spread, ratios of rounds, and what failed", () => {
  const written = withFigures(
    document,
    resultsOf(settingOf(new Date("2026-11-21T12:00:00Z")), { comparisons: [comparison] }),
  );
  expect(written).toMatch(/^Before\.\n\n<!-- figures[^\n]+-->\n\nMeasured on 2026-11-21 at commit /);
  expect(written).toContain(`### flood

As fast as it goes.

|          |             time, s |
| -------- | ------------------: |
| R        | 3.0 (2.0–4.0) 1.00× |
| Samepage | 1.0 (1.0–1.5) 0.50× |
| other    | 8.5 (8.0–9.0) 3.50× |

- other failed: gave | up
`);
  expect(written).toMatch(/<!-- end of the figures -->\n\nAfter\.\n$/);
  expect(written).not.toContain("old");
});

test("a document without marks is not written over", () => {
  expect(() => withFigures("Nothing here.", resultsOf(settingOf(new Date()), {}))).toThrow("The document needs a line");
});
