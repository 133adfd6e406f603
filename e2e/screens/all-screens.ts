/** Every screen there is: for the pictures, and for the tests that hold each of them against the same rules. */

import { dialogScreens } from "./dialog-screens.ts";
import { documentScreens } from "./document-screens.ts";
import { doorScreens } from "./door-screens.ts";
import { editingScreens } from "./editing-screens.ts";
import { homeScreens } from "./home-screens.ts";
import { peopleScreens } from "./people-screens.ts";
import { previewScreens } from "./preview-screens.ts";
import type { Screen } from "./screen.ts";
import { shellScreens } from "./shell-screens.ts";

export const allScreens: readonly Screen[] = [
  ...homeScreens,
  ...documentScreens,
  ...dialogScreens,
  ...editingScreens,
  ...peopleScreens,
  ...previewScreens,
  ...shellScreens,
  ...doorScreens,
];
