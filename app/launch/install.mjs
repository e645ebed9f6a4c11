/**
 * Installs the packages when they are missing or older than the lockfile.
 * Runs before anything is installed: plain JavaScript, Node's own modules only.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = `${root}/node_modules/.cache/trivista`;

/** Runs a command in the project's folder with its output shown; returns its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** A short fingerprint of text, for "has this changed since?" */
export const fingerprint = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

export const readStamp = (name) =>
  existsSync(`${cache}/${name}`) ? readFileSync(`${cache}/${name}`, "utf8") : "";
export const writeStamp = (name, text) => {
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${cache}/${name}`, text);
};

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Trivista needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}

/** Makes `node_modules` match the lockfile for this Node; does nothing when it already does. */
export function install() {
  requireNode();
  process.chdir(root);
  const wanted = fingerprint(readFileSync(`${root}/package-lock.json`, "utf8") + process.versions.modules);
  if (readStamp("installed") === wanted) return;
  console.info(
    "Installing packages (once; where better-sqlite3 has no ready-made binary it is built, about 3 minutes) …",
  );
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const status = run(npm, ["ci", "--no-audit", "--no-fund", "--include=dev"], {
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(
      "The packages could not be installed; the lines above say why. Mend that and run the command again.",
    );
    process.exit(status);
  }
  writeStamp("installed", wanted);
}
