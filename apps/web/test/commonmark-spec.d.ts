/** What the package of CommonMark's specification exports; it brings no types. */
declare module "commonmark-spec" {
  interface Example {
    readonly markdown: string;
    readonly html: string;
    readonly number: number;
  }
  const specification: { readonly tests: readonly Example[] };
  export default specification;
}
