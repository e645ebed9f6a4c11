/** Installs Debian packages, where that is needed and allowed. */
import { existsSync } from "node:fs";
import { run } from "./install.mjs";

export const hasApt = () => process.platform === "linux" && existsSync("/usr/bin/apt-get");

/** Says what it installs and what for; true when apt said that it is done. */
export function installPackages(packages, purpose) {
  if (packages.length === 0) return true;
  console.info(`Installing for ${purpose}: ${packages.join(", ")} …`);
  const isRoot = process.getuid?.() === 0;
  const apt = (...args) =>
    isRoot
      ? run("apt-get", args, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
      : run("sudo", ["-n", "apt-get", ...args]);
  return (
    apt("update", "-qq") === 0 && apt("install", "-y", "-qq", "--no-install-recommends", ...packages) === 0
  );
}
