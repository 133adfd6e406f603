/** Finds a Chromium for the browser tests, or installs one, or says exactly what to do. */

import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { run } from "./run.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of a Chromium: one that `CHROMIUM_PATH` names, an installed one, one that Playwright can download, one that
 * the system's package manager can install; in this order. @throws Error that says what to do when there is none
 */
export async function findBrowser(): Promise<string> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
    return named;
  }
  const installed = findInstalled();
  if (installed !== null) return installed;

  console.log("No Chrome or Chromium found. Installing one for the browser tests…");
  await run("playwright", ["install", "chromium"]);
  if (existsSync(chromium.executablePath())) return chromium.executablePath();

  await installWithApt();
  const fromSystem = findInstalled();
  if (fromSystem !== null) return fromSystem;
  throw new Error(
    "The browser tests need Chrome or Chromium, and none could be installed. Install one (on Debian and Ubuntu: " +
      "sudo apt-get install chromium), or set CHROMIUM_PATH to its program, and run this again.",
  );
}

function findInstalled(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...usualPlaces, chromium.executablePath()].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not to be run: either way not this one.
  }
}

async function installWithApt(): Promise<void> {
  if (!existsSync("/usr/bin/apt-get")) return;
  const isRoot = process.getuid?.() === 0;
  const apt = (...args: string[]) => (isRoot ? run("apt-get", args) : run("sudo", ["-n", "apt-get", ...args]));
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", "chromium");
}
