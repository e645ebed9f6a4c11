/**
 * npm run methods:check -- FILE
 * Runs the published cases of FILE (shaped as tests/domain/reference-values.json, the default) against the
 * product's own methods; prints passed or failed per case and exits with 1 on a miss.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

// npm changes to the project's folder, so a relative name may belong to the folder npm was called from.
function findFile(name) {
  if (!name) return resolve(root, "tests/domain/reference-values.json");
  const places = [process.cwd(), process.env.INIT_CWD ?? process.cwd()];
  return places.map((place) => resolve(place, name)).find(existsSync);
}

function readCases(file) {
  const read = JSON.parse(readFileSync(file, "utf8"));
  return Array.isArray(read) ? read : read.cases;
}

const [name] = process.argv.slice(2);
const file = findFile(name);
if (!file) {
  console.error(`There is no file ${name}.`);
  process.exit(2);
}
const cases = readCases(file);

const vite = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { referenceMisses } = await vite.ssrLoadModule("/app/domain/reference.ts");

let failed = 0;
for (const one of cases) {
  const missed = missesOf(one);
  if (missed.length > 0) failed++;
  console.info(`${missed.length === 0 ? "passed" : "FAILED"}  ${one.id}  ${one.method}`);
  for (const line of missed) console.info(`        ${line}`);
}
console.info(`${cases.length - failed} passed, ${failed} failed`);
await vite.close();
process.exitCode = failed === 0 && cases.length > 0 ? 0 : 1;

// One case that throws must not hide the ones behind it.
function missesOf(one) {
  try {
    return referenceMisses(one);
  } catch (error) {
    return [`threw ${error instanceof Error ? error.message : error}`];
  }
}
