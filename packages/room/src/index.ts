/** The live session of one document, pure: events in, effects out. */
export type { Batch, Effect } from "./effect.ts";
export type { RoomEvent } from "./event.ts";
export { receive } from "./room.ts";
export { createRoom, documentOf, type Loaded, type Room, type RoomSource } from "./room-state.ts";
export { newSession, type Session, type SocketId } from "./session.ts";
