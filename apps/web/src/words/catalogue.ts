/** What makes a catalogue of one language the same shape as the English one; the type checker finds what is missing. */

/** The shape of `English`: every text a string, every list one, every text with parameters a function of the same ones. */
export type Catalogue<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string
    : English[Key] extends readonly string[]
      ? readonly string[]
      : English[Key] extends (...parameters: infer Parameters) => string
        ? (...parameters: Parameters) => string
        : Catalogue<English[Key]>;
};
