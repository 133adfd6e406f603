/** What a document is called while nobody gave it a title. */

import { titleFromText } from "@samepage/document";
import { words } from "../words/words.ts";

/** What to call the document: its title, else its beginning, else that it has neither. */
export function displayTitle(title: string, text: string): string {
  return title.trim() || titleFromText(text) || words().title.untitled;
}
