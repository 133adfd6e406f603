/** Every workload that needs no file. */

import { bigDocuments } from "./big-document.ts";
import { durability } from "./durability.ts";
import { flood } from "./flood.ts";
import { joinStorm } from "./join-storm.ts";
import { joins } from "./joins.ts";
import { manyRooms } from "./many-rooms.ts";
import { reconnectStorm } from "./reconnect-storm.ts";
import { typingWorkloads } from "./typing.ts";
import type { Workload } from "./workload.ts";

export const workloads: readonly Workload[] = [
  ...typingWorkloads,
  ...bigDocuments,
  flood,
  manyRooms,
  joinStorm,
  joins,
  reconnectStorm,
  durability,
];
