/** An unmodified `y-websocket` client, as another program would use it. */

import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

interface Stock {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly provider: WebsocketProvider;
}

/** Connects to the document `id` of the server at `origin`. */
export function connectStock(origin: string, id: string): Stock {
  const doc = new Y.Doc();
  // Without its BroadcastChannel, through which two providers of one process would talk past the server.
  const provider = new WebsocketProvider(`${origin}/sync`, id, doc, { disableBc: true });
  return { doc, text: doc.getText("text"), provider };
}
