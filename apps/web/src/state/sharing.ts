/** What the Share dialog knows and does: the owner's rules, the links, the people. One for each time it is opened. */

import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Outcome } from "../connection/api.ts";
import {
  type Access,
  type Link,
  type NewLink,
  type People,
  type Rules,
  SharingApi,
  type WantedLink,
} from "../connection/sharing-api.ts";
import { credentialsFor } from "./credentials.ts";

export class Sharing {
  readonly #api: SharingApi;
  readonly #rules = signal<Rules | null>(null);
  readonly #links = signal<readonly Link[]>([]);
  readonly #people = signal<People>({ people: [], removed: [] });
  readonly #fault = signal("");
  readonly #said = signal("");
  /** Changes under way, by what they change: an answer to an older one must not undo a newer one. */
  #lastChange = 0;

  constructor(id: string) {
    this.#api = new SharingApi(id, credentialsFor(id));
  }

  /** Null until the server has told them. */
  get rules(): ReadonlySignal<Rules | null> {
    return this.#rules;
  }

  get links(): ReadonlySignal<readonly Link[]> {
    return this.#links;
  }

  get people(): ReadonlySignal<People> {
    return this.#people;
  }

  /** What went wrong; "" when nothing did. */
  get fault(): ReadonlySignal<string> {
    return this.#fault;
  }

  /** What was done, for whoever cannot see it. */
  get said(): ReadonlySignal<string> {
    return this.#said;
  }

  async load(isOwner: boolean): Promise<void> {
    const rules = await this.#hear(this.#api.rules());
    if (rules.ok) this.#rules.value = rules.value;
    if (isOwner) await Promise.all([this.loadLinks(), this.loadPeople()]);
  }

  async loadLinks(): Promise<void> {
    const loaded = await this.#hear(this.#api.links());
    if (loaded.ok) this.#links.value = loaded.value.links;
  }

  async loadPeople(): Promise<void> {
    const loaded = await this.#hear(this.#api.people());
    if (loaded.ok) this.#people.value = loaded.value;
  }

  /** Shows the change at once, and takes it back if the server does not make it. */
  async change(change: Partial<Rules>, done: string): Promise<void> {
    const before = this.#rules.peek();
    if (before === null) return;
    this.#lastChange += 1;
    const number = this.#lastChange;
    this.#rules.value = { ...before, ...change };
    const changed = await this.#hear(this.#api.changeRules(change));
    if (number === this.#lastChange) this.#rules.value = changed.ok ? changed.value : before;
    if (changed.ok) this.#said.value = done;
  }

  setAccess(access: Access): Promise<void> {
    return this.change({ access }, "Saved.");
  }

  /** The new link, with the address that is told this once; null when there is none. */
  async addLink(wanted: WantedLink): Promise<NewLink | null> {
    const added = await this.#hear(this.#api.addLink(wanted));
    if (!added.ok) return null;
    this.#links.value = [...this.#links.peek(), added.value];
    return added.value;
  }

  async revokeLink({ id }: Link): Promise<void> {
    if (!(await this.#hear(this.#api.revokeLink(id))).ok) return;
    this.#said.value = "The link is revoked: it opens nothing any more.";
    await Promise.all([this.loadLinks(), this.loadPeople()]);
  }

  async removePerson(id: string): Promise<void> {
    if (!(await this.#hear(this.#api.removePerson(id))).ok) return;
    this.#said.value = "Removed.";
    await this.loadPeople();
  }

  async letBack(id: string): Promise<void> {
    if (!(await this.#hear(this.#api.letBack(id))).ok) return;
    this.#said.value = "Let back in.";
    await this.loadPeople();
  }

  /** True when the document is deleted. */
  async deleteDocument(): Promise<boolean> {
    return (await this.#hear(this.#api.deleteDocument())).ok;
  }

  /** `outcome`, once it has come; what went wrong is shown. */
  async #hear<Value>(outcome: Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const heard = await outcome;
    this.#fault.value = heard.ok ? "" : heard.message;
    return heard;
  }
}
