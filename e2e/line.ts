/** A line to a server that can be cut and mended: for one person who is offline while the others are not. */

import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { freePort } from "../scripts/server.ts";

export class Line {
  /** Where the server is at this end. */
  readonly origin: string;
  readonly #port: number;
  readonly #serverPort: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;

  private constructor(port: number, serverPort: number) {
    this.#port = port;
    this.#serverPort = serverPort;
    this.origin = `http://localhost:${port}`;
  }

  /** A line to the server at `origin`, on this machine. */
  static async to(origin: string): Promise<Line> {
    const line = new Line(await freePort(), Number(new URL(origin).port));
    await line.mend();
    return line;
  }

  async mend(): Promise<void> {
    this.#server = createServer((near) => {
      const far = connect(this.#serverPort, "localhost");
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on("error", () => socket.destroy()); // The line was cut.
        socket.on("close", () => this.#sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    }).listen(this.#port);
    await once(this.#server, "listening");
  }

  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = server === null ? null : once(server, "close");
    server?.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
