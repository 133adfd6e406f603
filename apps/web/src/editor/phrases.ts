/**
 * What CodeMirror says itself, by what it says in English; filled when the rest of the words is there. The editor is
 * given this same object from the beginning: with others it would draw everything anew, and make every plugin anew.
 */

export const phrases: Record<string, string> = {};
