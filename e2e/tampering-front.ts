/** A front before the app that changes its pages on the way, as one who has got into them would. */

import { once } from "node:events";
import { createServer, type Server } from "node:http";

/** What is done to every page that passes. */
export interface Tampering {
  /** HTML that is put at the end of the body. */
  readonly markup?: string;
  /** Headers that are taken away. */
  readonly withoutHeaders?: readonly string[];
  /** A directive that is taken out of the policy. */
  readonly withoutDirective?: string;
}

export class TamperingFront {
  /** `http://localhost:<port>`, for everything that is asked for with GET. */
  readonly origin: string;
  /** What `/assets/attack.js` is: a script of the site itself, as its pages see it. */
  script = "";
  tampering: Tampering = {};
  readonly #server: Server;

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  static async start(appOrigin: string): Promise<TamperingFront> {
    const server = createServer(async (request, response) => {
      if (request.url === "/assets/attack.js") {
        response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" }).end(front.script);
        return;
      }
      const answer = await fetch(appOrigin + request.url);
      const headers = new Headers(answer.headers);
      // The body was unpacked and gets longer.
      for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
      const { markup = "", withoutHeaders = [], withoutDirective } = front.tampering;
      const directives = headers.get("content-security-policy")?.split("; ") ?? [];
      const left = directives.filter((directive) => directive.split(" ")[0] !== withoutDirective);
      headers.set("content-security-policy", left.join("; "));
      for (const name of withoutHeaders) headers.delete(name);
      let body: string | Buffer = Buffer.from(await answer.arrayBuffer());
      if (headers.get("content-type")?.startsWith("text/html")) {
        body = body.toString("utf8").replace("</body>", `${markup}</body>`);
      }
      response.writeHead(answer.status, Object.fromEntries(headers)).end(body);
    });
    server.listen(0, "localhost");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the front has no port");
    const front = new TamperingFront(server, `http://localhost:${address.port}`);
    return front;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }
}
