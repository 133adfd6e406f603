/** Every limit of the wire, with its reason. */

export const limits = {
  /** One frame, in bytes. Room for the largest text of ASCII; a client has to split what is larger. */
  frameBytes: 8 * 1024 * 1024,
  /** The text, in UTF-16 code units: what an editor in a browser still handles. */
  textLength: 5_000_000,
  /** One awareness state, in UTF-16 code units of JSON: a name, a colour, a selection; it is kept with the socket. */
  awarenessState: 2_048,
  /** Updates held for a socket that has not yet said what it knows, in bytes. It says so within one round trip. */
  heldBytes: 1024 * 1024,
  /** The title, in UTF-16 code units: it has to fit a tab. */
  titleLength: 200,
  /** The name of a language, in UTF-16 code units. */
  languageLength: 40,
} as const;
