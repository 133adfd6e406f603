/** The names of markdown-it's parts that its rules take: it exports some of them only as parts of others. */

import type { MarkdownIt, StateBlock, Token } from "markdown-it";

export type { MarkdownIt, StateBlock, Token };
export type StateInline = InstanceType<MarkdownIt["inline"]["State"]>;
export type StateCore = InstanceType<MarkdownIt["core"]["State"]>;
