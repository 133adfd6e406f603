/** The ways in which every screen is looked at: how wide, light or dark, and by whom. */

import type { BrowserContextOptions } from "@playwright/test";

export interface Look {
  readonly name: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
  readonly forcedColors?: "active";
}

/** Looks that a page is brought about once for. */
interface LookSet {
  readonly context: BrowserContextOptions;
  readonly looks: readonly Look[];
  /** Whether only the main screens are looked at so. */
  readonly isForMainOnly: boolean;
}

const colorSchemes = ["light", "dark"] as const;

function lightAndDark(width: number, height: number): readonly Look[] {
  return colorSchemes.map((colorScheme) => ({ name: `${width}-${colorScheme}`, width, height, colorScheme }));
}

export const lookSets: readonly LookSet[] = [
  {
    context: { locale: "en-GB" },
    looks: [...lightAndDark(1280, 800), ...lightAndDark(768, 1024)],
    isForMainOnly: false,
  },
  {
    context: { locale: "en-GB", hasTouch: true, isMobile: true },
    looks: [...lightAndDark(390, 844), ...lightAndDark(320, 568)],
    isForMainOnly: false,
  },
  {
    context: { locale: "ar" },
    looks: [{ name: "1280-right-to-left", width: 1280, height: 800, colorScheme: "light" }],
    isForMainOnly: true,
  },
  {
    context: { locale: "ar", hasTouch: true, isMobile: true },
    looks: [{ name: "390-right-to-left", width: 390, height: 844, colorScheme: "dark" }],
    isForMainOnly: true,
  },
  {
    context: { locale: "en-GB" },
    looks: [{ name: "1280-forced-colours", width: 1280, height: 800, colorScheme: "dark", forcedColors: "active" }],
    isForMainOnly: true,
  },
  {
    // What zooming to 200 % does: half as many CSS pixels, each drawn twice as large.
    context: { locale: "en-GB", deviceScaleFactor: 2 },
    looks: [{ name: "1280-at-200-percent", width: 640, height: 400, colorScheme: "light" }],
    isForMainOnly: true,
  },
];
