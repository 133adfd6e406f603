/** What a text must hold after a crash, and what it must not. A word is `‹w3-117›`: the 117th of writer 3. */

/** `sent` and `deleting` may have been stored or not when the crash came; of the others it is known. */
type State = "sent" | "stored" | "deleting" | "gone";

export const faultKinds = ["lost", "twice", "came back", "torn or strange"] as const;
export type Fault = (typeof faultKinds)[number];

export class Ledger {
  readonly #words = new Map<string, State>();

  set(word: string, state: State): void {
    this.#words.set(word, state);
  }

  /** The number of words that are known to be stored, and of those of which it is not known. */
  count(): { readonly stored: number; readonly unknown: number } {
    const states = [...this.#words.values()];
    return {
      stored: states.filter((state) => state === "stored").length,
      unknown: states.filter((state) => state === "sent" || state === "deleting").length,
    };
  }

  /**
   * Compares with the text after a crash and returns every fault with its word. What was open is settled by it: the
   * writers are gone, so a word that is there now has to stay, and one that is not must never come.
   */
  settle(text: string): readonly (readonly [Fault, string])[] {
    const faults: [Fault, string][] = [];
    const counts = new Map<string, number>();
    const rest = text.replace(/‹w\d+-\d+›/g, (word) => {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      return "";
    });
    if (rest !== "") faults.push(["torn or strange", rest]);
    for (const word of counts.keys()) if (!this.#words.has(word)) faults.push(["torn or strange", word]);
    for (const [word, state] of this.#words) {
      const count = counts.get(word) ?? 0;
      if (count > 1) faults.push(["twice", word]);
      if (count === 0 && state === "stored") faults.push(["lost", word]);
      if (count > 0 && state === "gone") faults.push(["came back", word]);
      this.#words.set(word, count > 0 ? "stored" : "gone");
    }
    return faults;
  }
}
