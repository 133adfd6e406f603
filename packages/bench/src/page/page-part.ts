/** One part of what is measured in the page: the subjects that it is measured of, and the numbers that this gives. */

import type { BenchServer } from "../bench-server.ts";
import type { Figures, Metric } from "../figures.ts";

export interface PagePart {
  readonly name: string;
  /** One sentence for the table's head. */
  readonly description: string;
  readonly metrics: readonly Metric[];
  readonly subjects: readonly PageSubject[];
}

export interface PageSubject {
  readonly name: string;
  /** Measures once, with a browser of its own. @throws Error when something is lost or too slow */
  measure(server: BenchServer): Promise<Figures>;
}
