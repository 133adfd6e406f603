/** With what somebody may come to a document: what they bring, and what the owner's rules know of them. */

import { runInDurableObject } from "cloudflare:test";
import type { Link, Rules, Ticket } from "@samepage/access";
import { type Credential, newDevice, OwnedDocument } from "./owned-document.ts";
import { RawPeer } from "./raw-peer.ts";

/** Somebody who comes to a document of which the owner has decided something. */
export interface Newcomer {
  readonly name: string;
  /** What the owner has changed. */
  readonly rules: Partial<Rules>;
  /** As what they are known there. */
  readonly ticket: Ticket;
  /** Makes what they bring; the owner's `rules` do not hold yet. */
  arrive(document: OwnedDocument): Promise<Credential>;
}

const noTicket: Ticket = { link: null, isUnlocked: false, isRemoved: false };

const password = "correct horse";

function ticketOf(role: Link["role"], change: Partial<Link> = {}, others: Partial<Ticket> = {}): Ticket {
  const link = { id: "", role, label: "", created: 0, expires: null, revoked: null, hasPassword: false, ...change };
  return { ...noTicket, link, ...others };
}

/** A link of `role` brings somebody who comes with it and nothing else. */
const withLink =
  (role: "edit" | "comment" | "view") =>
  async (document: OwnedDocument): Promise<Credential> => ({ key: (await document.link(role)).key });

const withOwnerKey = async (document: OwnedDocument): Promise<Credential> => document.owner;

/** Somebody who was here with `key`, and whom the owner then removed. */
async function removed(document: OwnedDocument, key?: string): Promise<Credential> {
  const credential = { device: newDevice(), ...(key === undefined ? {} : { key }) };
  const peer = await RawPeer.open(document.id, credential);
  await peer.until(() => peer.heard("sync-step-1").length > 0);
  const person = [...(await document.personIds()).values()][0];
  await document.command("DELETE", `/people/${person}`);
  await peer.closed;
  return credential;
}

export const newcomers: readonly Newcomer[] = [
  ...(["edit", "comment", "view", "none"] as const).map((access) => ({
    name: `the bare address that gives ${access}`,
    rules: { access },
    ticket: noTicket,
    arrive: async () => ({ device: newDevice() }),
  })),
  ...(["edit", "comment", "view"] as const).map((role) => ({
    name: `a link to ${role}`,
    // The bare address gives something else than the link.
    rules: { access: role === "view" ? ("edit" as const) : ("none" as const) },
    ticket: ticketOf(role),
    arrive: withLink(role),
  })),
  { name: "the owner's key", rules: { access: "none" }, ticket: ticketOf("owner"), arrive: withOwnerKey },
  {
    name: "a revoked link to edit",
    rules: {},
    ticket: ticketOf("edit", { revoked: 1 }),
    arrive: async (document) => {
      const { id, key } = await document.link("edit");
      await document.command("DELETE", `/links/${id}`);
      return { key };
    },
  },
  {
    name: "a link to edit that has expired",
    rules: {},
    ticket: ticketOf("edit", { expires: 1 }),
    arrive: async (document) => {
      const { key } = await document.link("edit", { label: "expired" });
      await runInDurableObject(document.stub, (_object, state) => {
        state.storage.sql.exec("UPDATE link SET expires = 1 WHERE label = 'expired'");
      });
      return { key };
    },
  },
  {
    name: "the owner's key of another document",
    rules: {},
    ticket: { ...noTicket, link: "unknown" },
    arrive: async () => (await OwnedDocument.create("another")).owner,
  },
  {
    name: "a link to edit of another document",
    rules: {},
    ticket: { ...noTicket, link: "unknown" },
    arrive: async () => withLink("edit")(await OwnedDocument.create("another")),
  },
  {
    name: "a key that is none",
    rules: {},
    ticket: { ...noTicket, link: "unknown" },
    arrive: async () => ({ key: "junk" }),
  },
  {
    name: "the bare address, for somebody who was removed",
    rules: {},
    ticket: { ...noTicket, isRemoved: true },
    arrive: (document) => removed(document),
  },
  {
    name: "a link to edit, for somebody who was removed",
    rules: {},
    ticket: ticketOf("edit", {}, { isRemoved: true }),
    arrive: async (document) => removed(document, (await document.link("edit")).key),
  },
  {
    name: "a link with a password, which was not given",
    rules: {},
    ticket: ticketOf("edit", { hasPassword: true }),
    arrive: async (document) => ({ key: (await document.link("edit", { password })).key }),
  },
  {
    name: "a link with a password, which was given",
    rules: { access: "none" },
    ticket: ticketOf("edit", { hasPassword: true }, { isUnlocked: true }),
    arrive: async (document) => ({ key: await document.unlocked(await document.link("edit", { password }), password) }),
  },
  {
    name: "the bare address, while the document is locked",
    rules: { isLocked: true },
    ticket: noTicket,
    arrive: async () => ({ device: newDevice() }),
  },
  {
    name: "a link to edit, while the document is locked",
    rules: { isLocked: true },
    ticket: ticketOf("edit"),
    arrive: withLink("edit"),
  },
  {
    name: "the owner's key, while the document is locked",
    rules: { isLocked: true },
    ticket: ticketOf("owner"),
    arrive: withOwnerKey,
  },
];
