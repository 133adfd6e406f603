/** What stands before a Markdown text and is about it, as Markdown's tools read it. */

/** From a first line of dashes to the next; in its first group, what stands between them. */
export const frontMatter = /^---[ \t]*\n(?:(.*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/s;
