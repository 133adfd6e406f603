/** What runs at the edge: the app, and the object that each document is. */
import { app } from "./app.ts";

export { DocumentObject } from "./document-object.ts";
export default app;
