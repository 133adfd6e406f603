import { exports } from "cloudflare:workers";
import { closeCodes } from "@samepage/protocol";
import { expect, test } from "vitest";

interface Answer {
  /** The subprotocol that was taken, null when none was. */
  readonly subprotocol: string | null;
  readonly socket: WebSocket;
}

async function connect(offer: string): Promise<Answer> {
  const created = await exports.default.fetch("http://localhost/api/documents", { method: "POST" });
  const { id } = await created.json<{ id: string }>();
  const headers = { upgrade: "websocket", "sec-websocket-protocol": offer };
  const response = await exports.default.fetch(`http://localhost/sync/${id}`, { headers });
  if (response.webSocket === null) throw new Error(`no WebSocket, but status ${response.status}`);
  return { subprotocol: response.headers.get("sec-websocket-protocol"), socket: response.webSocket };
}

/** The first thing that is heard on `socket`: a message, or that it was closed and why. */
function firstHeard(socket: WebSocket): Promise<MessageEvent | CloseEvent> {
  const heard = new Promise<MessageEvent | CloseEvent>((resolve) => {
    socket.addEventListener("message", resolve);
    socket.addEventListener("close", resolve);
  });
  socket.accept();
  return heard;
}

test("[P3] a client of an unknown version is let in with what it offered, and told why it is closed", async () => {
  for (const [offer, first] of [
    ["samepage.2", "samepage.2"],
    ["samepage.3,samepage.2", "samepage.3"],
    ["chat, samepage.10", "samepage.10"],
  ] as const) {
    const { subprotocol, socket } = await connect(offer);
    expect(subprotocol).toBe(first);
    expect(await firstHeard(socket)).toMatchObject({
      type: "close",
      code: closeCodes.newerProtocolNeeded,
      reason: "this server speaks samepage.1, which the client did not offer",
    });
  }
});

test("[P3] a client that also speaks the known version gets that one", async () => {
  for (const offer of ["samepage.2, samepage.1", "samepage.1,samepage.2", "chat,samepage.1"]) {
    const { subprotocol, socket } = await connect(offer);
    expect(subprotocol).toBe("samepage.1");
    expect(await firstHeard(socket)).toHaveProperty("type", "message");
    socket.close(1000);
  }
});

test("[P3] a client that offers only what is not ours is a plain one", async () => {
  for (const offer of ["chat", "samepages.1", "samepage", "not-samepage.1"]) {
    const { subprotocol, socket } = await connect(offer);
    expect(subprotocol).toBeNull();
    expect(await firstHeard(socket)).toHaveProperty("type", "message");
    socket.close(1000);
  }
});
