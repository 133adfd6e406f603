/** The wire of Samepage: frames, records, ids, close codes, limits. */
export {
  type Announcement,
  decodeAnnouncement,
  encodeAnnouncement,
  type GivenName,
  type RoleName,
  type Standing,
} from "./announcement.ts";
export { type AwarenessEntry, type AwarenessRefusal, decodeAwareness, encodeAwareness } from "./awareness.ts";
export { closeCodes, isFinal } from "./close-codes.ts";
export { type Credentials, isDeviceSecret, isKey, keyOfLink, noCredentials, passOfKey } from "./credentials.ts";
export { type DenialReason, denialOf, denials } from "./denial.ts";
export { type DocumentId, documentIdFrom, parseDocumentId, seedOfId } from "./document-id.ts";
export { decodeEdit, type EditRefusal } from "./edit/decode-edit.ts";
export { type Deletion, type Edit, type Id, type Insertion, isEmptyEdit, isSameId, lastOf } from "./edit/edit.ts";
export { byClient, encodeEdit } from "./edit/encode-edit.ts";
export { rootName } from "./edit/format.ts";
export { insertionFrom, mergeDeletions, mergeEdits } from "./edit/merge-edits.ts";
export { withDeletedInsertions, withDeletionsOfDeleted } from "./edit/own-deletions.ts";
export { splitEdit } from "./edit/split-edit.ts";
export { decodeStateVector } from "./edit/state-vector.ts";
export { decodeFrame, encodeFrame, type Frame, type FrameRefusal } from "./frame.ts";
export {
  defaultLimits,
  type LimitName,
  type Limits,
  leastCommitIntervalMs,
  limitNames,
  limitsFrom,
  mostCommitIntervalMs,
  variableOf,
  wholeNumberFrom,
} from "./limits.ts";
export type { Result } from "./reading.ts";
export { isLineEnds, type LineEnds, type Settings } from "./settings.ts";
export { credentialsAmong, heartbeat, subprotocol, subprotocolsWith, syncPath } from "./subprotocol.ts";
