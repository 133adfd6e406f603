/** Where the bundler puts a worker: what the tests, which no bundler's types are for, are told of such an import. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}
