/** The heap of a running worker, asked over the inspector protocol that `workerd serve --inspector-addr` speaks. */

/** In bytes. */
export interface Heap {
  /** What V8 uses for values. */
  readonly used: number;
  /** What array buffers use beside it. */
  readonly buffers: number;
}

/** Collects the garbage of the worker behind `origin` and tells what is left. */
export async function heapAfterGarbage(inspectorPort: number, origin: string): Promise<Heap> {
  const socket = new WebSocket(`ws://127.0.0.1:${inspectorPort}/samepage`);
  await once(socket, "open");
  try {
    // Twice: what a finalizer lets go is garbage only the second time.
    for (let round = 0; round < 2; round += 1) {
      let isCollected = false;
      const collected = call(socket, "HeapProfiler.collectGarbage").then(() => {
        isCollected = true;
      });
      // The runtime does this work only together with a request, and one that comes too early does not count.
      while (!isCollected) {
        await fetch(`${origin}/api/health`);
        await new Promise((resume) => setTimeout(resume, 20));
      }
      await collected;
    }
    const usage = await call(socket, "Runtime.getHeapUsage");
    return { used: numberOf(usage["usedSize"]), buffers: numberOf(usage["backingStorageSize"]) };
  } finally {
    socket.close();
  }
}

/** Calls a method and returns its result; one call at a time. */
async function call(socket: WebSocket, method: string): Promise<Record<string, unknown>> {
  socket.send(JSON.stringify({ id: 1, method }));
  const event = await once(socket, "message");
  const { result }: { result?: Record<string, unknown> } = JSON.parse(String("data" in event ? event.data : "{}"));
  if (result === undefined) throw new Error(`the inspector gave no result for ${method}`);
  return result;
}

function once(socket: WebSocket, kind: "open" | "message"): Promise<Event> {
  return new Promise((resolve, reject) => {
    socket.addEventListener(kind, resolve, { once: true });
    socket.addEventListener("close", () => reject(new Error("the inspector closed the connection")), { once: true });
  });
}

function numberOf(value: unknown): number {
  if (typeof value !== "number") throw new Error("the inspector gave no number where one must be");
  return value;
}
