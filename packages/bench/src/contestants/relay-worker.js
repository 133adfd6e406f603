/**
 * A bare relay: each frame goes to all other sockets as it came, and nothing is known of it. With `KEEPS_ROWS`, each is
 * first stored as a row. Somebody who joins is told that there is nothing.
 */

import { DurableObject } from "cloudflare:workers";

const syncStep1 = [0, 0];
const emptySyncStep2 = new Uint8Array([0, 1, 2, 0, 0]);

export class Relay extends DurableObject {
  constructor(state, environment) {
    super(state, environment);
    this.keepsRows = environment.KEEPS_ROWS === "yes";
    if (this.keepsRows) state.storage.sql.exec("CREATE TABLE IF NOT EXISTS message (bytes BLOB)");
  }

  fetch() {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  webSocketMessage(socket, message) {
    const start = new Uint8Array(message, 0, 2);
    if (start[0] === syncStep1[0] && start[1] === syncStep1[1]) {
      socket.send(emptySyncStep2);
      return;
    }
    if (this.keepsRows) this.ctx.storage.sql.exec("INSERT INTO message (bytes) VALUES (?)", message);
    for (const other of this.ctx.getWebSockets()) if (other !== socket) other.send(message);
  }

  webSocketClose(socket) {
    socket.close(1000);
  }
}

export default {
  fetch(request, { ROOMS }) {
    if (request.headers.get("upgrade") !== "websocket") return new Response("a relay");
    return ROOMS.get(ROOMS.idFromName(new URL(request.url).pathname)).fetch(request);
  },
};
