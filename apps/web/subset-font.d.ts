/** What of `subset-font` is used here; it has no types of its own. */
declare module "subset-font" {
  interface Options {
    readonly targetFormat: "woff2";
    readonly variationAxes: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
    /** OpenType's names. */
    readonly keepFeatures: readonly string[];
    /** Entries of the table of names, by number. */
    readonly preserveNameIds: readonly number[];
  }
  /** The font with `text`'s characters alone. @throws what is no font */
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Uint8Array>;
}
