/** Builds the app when its sources are newer than the last build. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { fingerprint, readStamp, root, run, writeStamp } from "./install.mjs";

const sources = [
  "app",
  "public",
  "db",
  "remix.config.js",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
];

function* filesBelow(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    if (statSync(path, { throwIfNoEntry: false })) yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

const state = () =>
  fingerprint(
    sources
      .flatMap((name) => [...filesBelow(join(root, name))])
      .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
      .join("\n"),
  );

/** Files that a browser asks for are compressed once, here, instead of at each request. */
function compressAssets() {
  for (const path of filesBelow(join(root, "build/client"))) {
    if (![".js", ".css", ".svg", ".json"].includes(extname(path)) || statSync(path).size < 1024) continue;
    const content = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(content));
  }
}

/** Leaves a build that fits the sources, or ends the process with the builder's message. */
export function buildWhenStale() {
  const wanted = state();
  if (
    readStamp("built") === wanted &&
    statSync(join(root, "build/server/index.js"), { throwIfNoEntry: false })
  )
    return;
  console.info("Building (about half a minute) …");
  const remix = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const status = run(process.execPath, [remix, "vite:build", "--logLevel", "error"], {
    env: { ...process.env, NODE_ENV: "production", VITEST: "" },
  });
  if (status !== 0) {
    console.error("The build failed; the lines above say why.");
    process.exit(status);
  }
  compressAssets();
  writeStamp("built", wanted);
}
