/** The process of a relay as bare as R is, in Node and without workerd: `ws-relay-server.ts <port>`. */

import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

const syncStep1 = [0, 0];
const emptySyncStep2 = new Uint8Array([0, 1, 2, 0, 0]);

const http = createServer((_, response) => response.end("a relay"));
const rooms = new Map<string, Set<WebSocket>>();

new WebSocketServer({ server: http, perMessageDeflate: false }).on("connection", (socket, { url = "/" }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on("message", (message) => {
    if (!(message instanceof Uint8Array)) return;
    if (message[0] === syncStep1[0] && message[1] === syncStep1[1]) socket.send(emptySyncStep2);
    else for (const other of room) if (other !== socket) other.send(message);
  });
  socket.on("close", () => room.delete(socket));
});
http.listen(Number(process.argv[2]), "127.0.0.1");
