/** `pnpm bench cost`: the same people in Samepage and in y-partyserver, what both counted, and what that costs. */

import { readCountersAt } from "../endurance/counters.ts";
import { type Competitor, competitors } from "./competitors.ts";
import type { Account } from "./model.ts";
import { type CountedRoom, stayIdle, typeAndLeave } from "./stays.ts";

const crowds = [1, 10] as const;
const typingSeconds = 30;
const idlePeople = 10;
const idleSeconds = 20;

/** What each competitor counted, ours first. */
export async function measureCost(): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  for (const competitor of competitors) {
    console.error(`${competitor.name} …`);
    accounts.push(await accountOf(competitor));
  }
  return accounts;
}

/** All at once, each in a room of its own: nothing is timed, and each room is an object that counts for itself. */
async function accountOf(competitor: Competitor): Promise<Account> {
  const running = await competitor.start();
  try {
    const newRoom = async (): Promise<CountedRoom> => {
      const room = await running.createRoom();
      return { room, counters: () => readCountersAt(competitor.countersAddress(room)) };
    };
    const [idle, ...visits] = await Promise.all([
      stayIdle(await newRoom(), idlePeople, idleSeconds),
      ...crowds.map(async (editors) => typeAndLeave(await newRoom(), editors, typingSeconds)),
    ]);
    return { name: competitor.name, visits, idle };
  } finally {
    await running.server.stop();
  }
}
