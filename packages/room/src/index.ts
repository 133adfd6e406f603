/** The live session of one document, pure: events in, effects out. */
export type { Batch, Effect } from "./effect.ts";
export type { RoomEvent } from "./event.ts";
export { type PersonHere, peopleIn } from "./people.ts";
export { receive } from "./room.ts";
export { createRoom, documentOf, type Loaded, type Room, type RoomSource } from "./room-state.ts";
export { newSession, type Session, type SocketId, type Visitor } from "./session.ts";
