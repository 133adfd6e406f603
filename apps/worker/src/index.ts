/** What runs at the edge: the app, the object that each document is, and the objects that count what clients use. */
import { app } from "./app.ts";

export { DocumentObject } from "./document-object.ts";
export { Meter } from "./metering/meter.ts";
export default app;
