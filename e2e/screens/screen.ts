/** What a screen is. The lists of them are beside this file, one for each part of the app. */

import type { Stage } from "./stage.ts";

export interface Screen {
  /** What its pictures and tests are called by: `<where>-<state>`, the same for ever. */
  readonly name: string;
  /** Whether it is also shown right to left, in forced colours and at 200 %. */
  readonly isMain?: true;
  /** A selector of what is scrolled to for a picture, in windows that have no room for all. */
  readonly inView?: string;
  /** Brings a page on which nothing was opened yet to it. Whatever stands still then is the screen. */
  show(stage: Stage): Promise<void>;
}
