/** The wire of Samepage: frames, records, ids, close codes, limits. */
export { type Announcement, decodeAnnouncement, encodeAnnouncement } from "./announcement.ts";
export { type AwarenessEntry, type AwarenessRefusal, decodeAwareness, encodeAwareness } from "./awareness.ts";
export { closeCodes, isFinal } from "./close-codes.ts";
export { type DocumentId, documentIdFrom, parseDocumentId } from "./document-id.ts";
export { decodeFrame, encodeFrame, type Frame, type FrameRefusal } from "./frame.ts";
export { limits } from "./limits.ts";
export type { Settings } from "./settings.ts";
export { heartbeat, subprotocol, syncPath } from "./subprotocol.ts";
