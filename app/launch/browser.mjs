/**
 * Finds Chromium and a Chinese font for the browser tests, and installs what is missing.
 * Looked for: CHROMIUM_PATH, the system's chromium, Playwright's own.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { hasApt, installPackages } from "./apt.mjs";
import { run } from "./install.mjs";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const find = async () => {
  const { chromium } = await import("playwright-core");
  return [process.env.CHROMIUM_PATH, ...known, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
};

function hasChineseFont() {
  if (process.platform !== "linux") return true;
  try {
    return execFileSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false;
  }
}

/** Returns the path of a Chromium, having installed it (and a CJK font) where that was needed and allowed. */
export async function prepareBrowser() {
  const wanted = [];
  if (!(await find())) wanted.push("chromium");
  if (!hasChineseFont()) wanted.push("fontconfig", "fonts-noto-cjk");
  if (wanted.length === 0) return find();
  if (hasApt()) {
    installPackages(wanted, "the browser tests");
  } else if (!(await find())) {
    console.info("Installing Chromium for the browser tests …");
    run(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"]);
  }
  const found = await find();
  if (!found) {
    console.error("No Chromium found. Install one and set CHROMIUM_PATH to it, then run `npm test` again.");
    process.exit(1);
  }
  return found;
}
