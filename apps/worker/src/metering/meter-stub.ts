/** The way from a subject to the object that counts for it. */

import type { Environment } from "../environment.ts";
import type { Meter } from "./meter.ts";
import type { Subject } from "./subjects.ts";

/** A fixed number: who makes up subjects cannot make databases without bound. */
const meters = 64;

/** The object that counts for `subject`; its hash says which of them. */
export function meterStub(environment: Environment, subject: Subject): DurableObjectStub<Meter> {
  const [, hash = ""] = subject.split(":");
  const number = Number.parseInt(hash.slice(0, 2), 16) % meters;
  return environment.METERS.get(environment.METERS.idFromName(`meter ${number}`));
}
