/** Markdown text of any length, the same for the same seed: what stands in a document before it is measured. */

import * as prng from "lib0/prng";

const words = (
  "the a of to and in that is was for it with as on be at by this had not are but from or have an they which one you " +
  "were her all she there would their we him been has when who will more no if out so said what up its about into than " +
  "them can only other new some could time these two may then do first any my now such like our over man me even most " +
  "made after also did many before must through back years where much your way well down should because each just"
).split(" ");

/** Paragraphs of one line, some headings and lists between them. Exactly `length` characters, all of them ASCII. */
export function prose(length: number, seed = 1): string {
  const random = prng.create(seed);
  const sentence = (fewest: number, most: number): string => {
    const count = prng.int32(random, fewest, most);
    const chosen = Array.from({ length: count }, () => prng.oneOf(random, words)).join(" ");
    return chosen.charAt(0).toUpperCase() + chosen.slice(1);
  };
  const block = (): string => {
    const kind = prng.int32(random, 0, 9);
    if (kind === 0) return `## ${sentence(2, 6)}`;
    if (kind === 1) return Array.from({ length: 4 }, () => `- ${sentence(3, 12)}`).join("\n");
    const sentences = Array.from({ length: prng.int32(random, 2, 6) }, () => `${sentence(5, 18)}.`);
    return kind === 2 ? sentences.join(" ").replace(/ (\w+) (\w+) /, " **$1** _$2_ ") : sentences.join(" ");
  };
  let text = `# ${sentence(3, 5)}\n`;
  while (text.length < length) text += `\n${block()}\n`;
  return text.slice(0, length);
}
