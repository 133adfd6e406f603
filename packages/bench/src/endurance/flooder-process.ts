/** A process that floods, as `flooder.ts` starts it, and tells what became of it. */

import { constants, setPriority } from "node:os";
import type { FloodOrder } from "./flooder.ts";
import { floods } from "./floods.ts";
import { Tally } from "./tally.ts";

// Server and driver come first: what is measured is whether the server is fair, not whether the machine is large.
setPriority(constants.priority.PRIORITY_LOW);
process.once("disconnect", () => process.exit());

const order: FloodOrder = JSON.parse(process.argv[2] ?? "");
const tally = new Tally(order.end);
await floods[order.name](order.target, tally);
process.send?.(tally.outcome(), () => process.exit());
