/** What makes a catalogue of one language the same shape as the English one; the type checker finds what is missing. */

import type { first } from "./en/first.ts";
import type { rest } from "./en/rest.ts";

/** The shape of `English`: every text a string, every list one, every text with parameters a function of the same ones. */
type Catalogue<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string
    : English[Key] extends readonly string[]
      ? readonly string[]
      : English[Key] extends (...parameters: infer Parameters) => string
        ? (...parameters: Parameters) => string
        : Catalogue<English[Key]>;
};

/** What is shown with the first text. */
export type First = Catalogue<typeof first>;

/** What belongs to parts that are loaded on demand. */
export type Rest = Catalogue<typeof rest>;
