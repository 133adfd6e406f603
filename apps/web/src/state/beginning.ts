/** The beginning of a shared text, without the rest: Yjs itself gives a text only as a whole. */

import { ContentString, type Text } from "yjs";

/** The first `length` UTF-16 code units of `text`, or all of it when it is shorter. */
export function beginningOf(text: Text, length: number): string {
  let beginning = "";
  for (let item = text._start; item !== null && beginning.length < length; item = item.right) {
    if (!item.deleted && item.content instanceof ContentString) beginning += item.content.str;
  }
  return beginning.slice(0, length);
}
