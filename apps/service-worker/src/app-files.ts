/** The files of the version of the app that this worker was built with, as `scripts/build.ts` writes them into it. */

export interface AppFiles {
  /** Paths with what tells two contents of one path apart; null where the name itself does. All there before a version is used. */
  readonly essential: readonly { readonly url: string; readonly revision: string | null }[];
  /** Paths of what is used rarely: it comes when it is used, or when nothing else is to be done. */
  readonly later: readonly string[];
  /** Stands in the page of this version, and of no other that has other scripts. */
  readonly mark: string;
  /** Names the version. */
  readonly version: string;
}

declare const APP_FILES: AppFiles;

export const appFiles: AppFiles = APP_FILES;
