/** Everybody who is compared, by name. */

import type { Contestant } from "./contestant.ts";
import { hocuspocus } from "./hocuspocus.ts";
import { relay, storingRelay } from "./relay.ts";
import { samepage } from "./samepage.ts";
import { wsRelay } from "./ws-relay.ts";
import { yPartyserver } from "./y-partyserver.ts";
import { yWebsocket } from "./y-websocket.ts";

export const contestants: readonly Contestant[] = [
  relay,
  storingRelay,
  wsRelay,
  samepage,
  yWebsocket,
  hocuspocus,
  yPartyserver,
];
