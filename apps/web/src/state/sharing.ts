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
import { rest } from "../words/words.ts";
import { credentialsFor } from "./credentials.ts";

export class Sharing {
  readonly #api: SharingApi;
  readonly #rules = signal<Rules | null>(null);
  readonly #links = signal<readonly Link[]>([]);
  readonly #people = signal<People>({ people: [], removed: [] });
  readonly #fault = signal("");
  readonly #said = signal("");
  /** The rules as the server last told them. */
  #toldRules: Rules | null = null;
  /** How many changes of the rules are under way: until all are answered, what is shown is ahead of what was told. */
  #underWay = 0;

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
    if (rules.ok) this.#toldRules = rules.value;
    if (this.#underWay === 0) this.#rules.value = this.#toldRules;
    if (isOwner) await this.#loadLinks();
  }

  /** Shows the change at once, and takes it back if the server does not make it. */
  async change(change: Partial<Rules>, done: string): Promise<void> {
    const before = this.#rules.peek();
    if (before === null) return;
    this.#begin();
    this.#rules.value = { ...before, ...change };
    this.#underWay += 1;
    const changed = await this.#hear(this.#api.changeRules(change));
    this.#underWay -= 1;
    if (changed.ok) this.#toldRules = changed.value;
    if (this.#underWay === 0) this.#rules.value = this.#toldRules;
    if (!changed.ok) return;
    this.#said.value = done;
    // What each of them may do has changed with it.
    void this.loadPeople();
  }

  setAccess(access: Access): Promise<void> {
    return this.change({ access }, rest().sharing.saved);
  }

  /** The new link, with the address that is told this once; null when there is none. */
  async addLink(wanted: WantedLink): Promise<NewLink | null> {
    this.#begin();
    const added = await this.#hear(this.#api.addLink(wanted));
    if (!added.ok) {
      if (added.status === 409) this.#fault.value = rest().sharing.tooManyLinks;
      return null;
    }
    this.#links.value = [...this.#links.peek(), added.value];
    return added.value;
  }

  async revokeLink({ id }: Link): Promise<void> {
    this.#begin();
    if (!(await this.#hear(this.#api.revokeLink(id))).ok) return;
    this.#said.value = rest().sharing.linkRevoked;
    await Promise.all([this.#loadLinks(), this.loadPeople()]);
  }

  async removePerson(id: string): Promise<void> {
    this.#begin();
    if (!(await this.#hear(this.#api.removePerson(id))).ok) return;
    this.#said.value = rest().sharing.removed;
    await this.loadPeople();
  }

  async letBack(id: string): Promise<void> {
    this.#begin();
    if (!(await this.#hear(this.#api.letBack(id))).ok) return;
    this.#said.value = rest().sharing.isBack;
    await this.loadPeople();
  }

  /** True when the document is deleted. */
  async deleteDocument(): Promise<boolean> {
    this.#begin();
    return (await this.#hear(this.#api.deleteDocument())).ok;
  }

  async #loadLinks(): Promise<void> {
    const loaded = await this.#hear(this.#api.links());
    if (loaded.ok) this.#links.value = loaded.value.links;
  }

  /** Asks who is here, and who was removed: for the owner, whenever somebody came or left. */
  async loadPeople(): Promise<void> {
    const loaded = await this.#hear(this.#api.people());
    if (loaded.ok) this.#people.value = loaded.value;
  }

  /** What was said of the last thing that was done is over with the next. */
  #begin(): void {
    this.#fault.value = "";
    this.#said.value = "";
  }

  /** `outcome`, once it has come; what went wrong is shown, and stays when something else goes well. */
  async #hear<Value>(outcome: Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const heard = await outcome;
    if (!heard.ok) this.#fault.value = heard.message;
    return heard;
  }
}
