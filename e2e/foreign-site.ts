/** A site of somebody else, which remembers what it was asked for. */

import { once } from "node:events";
import { createServer, type Server } from "node:http";

/** What it answers, by the path's ending; a page for everything else. Each says so where it runs or is shown. */
const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
  ".js": ["text/javascript", 'document.documentElement.dataset["ran"] = "a foreign script";'],
  ".css": ["text/css", "html { --painted: foreign }"],
  ".svg": ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>'],
};

export class ForeignSite {
  /** Another origin than the app's, and another site: `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly #server: Server;
  readonly #asked: Set<string>;
  readonly #pages: Map<string, string>;

  private constructor(server: Server, origin: string, asked: Set<string>, pages: Map<string, string>) {
    this.#server = server;
    this.origin = origin;
    this.#asked = asked;
    this.#pages = pages;
  }

  static async start(): Promise<ForeignSite> {
    const asked = new Set<string>();
    const pages = new Map<string, string>();
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://foreign");
      asked.add(pathname);
      const ending = Object.keys(answers).find((name) => pathname.endsWith(name)) ?? "";
      const [type, body] = answers[ending] ?? ["text/html", pages.get(pathname) ?? "<!doctype html><p>Foreign</p>"];
      response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(body);
    });
    server.on("upgrade", (request, socket) => {
      asked.add(request.url ?? "/");
      socket.destroy();
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the foreign site has no port");
    return new ForeignSite(server, `http://127.0.0.1:${address.port}`, asked, pages);
  }

  /** Puts a page with this body at `path`, and tells its whole address. */
  addPage(path: string, body: string): string {
    this.#pages.set(path, `<!doctype html><title>Foreign</title>${body}`);
    return this.origin + path;
  }

  wasAskedFor(path: string): boolean {
    return this.#asked.has(path);
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }
}
