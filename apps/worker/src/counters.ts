/**
 * What each document has cost, counted in memory: to store it would cost what it is there to show. It outlives the
 * hibernation of an object, but not the process that runs it.
 */

export class Counters {
  /** How often the object was loaded, as at each end of a hibernation, or its timer ran. */
  wakeUps = 0;
  /** HTTP requests, opened WebSockets and calls of a method that reached the object. */
  requests = 0;
  /** WebSocket messages that reached the object; heartbeats do not. */
  messages = 0;
  commits = 0;
  /** Time in which the object handled something, or could not hibernate because a timer was to run. */
  durationMs = 0;
  /** Rows as the platform counts and bills them, those of indexes included. */
  rowsRead = 0;
  rowsWritten = 0;
}

/** Documents that are counted at a time; of more, what was loaded longest ago is forgotten. */
const mostDocuments = 1_000;

const countersByObject = new Map<string, Counters>();

/** The counters of the object with the id `object`, from zero on where it is not known or was forgotten. */
export function countersOf(object: string): Counters {
  const counters = countersByObject.get(object) ?? new Counters();
  countersByObject.delete(object);
  countersByObject.set(object, counters);
  for (const oldest of countersByObject.keys()) {
    if (countersByObject.size <= mostDocuments) break;
    countersByObject.delete(oldest);
  }
  return counters;
}
