/**
 * npm run report:verify -- FILE
 * Computes the report in a bundle (the JSON export of a report) anew from the answers it holds and compares every value;
 * prints what differs and exits with 1 on a miss, with 2 where there is no such file or it is no bundle.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

function stop(message) {
  console.error(message);
  process.exit(2);
}

const [name] = process.argv.slice(2);
if (!name) stop("Name the file: npm run report:verify -- FILE");
// npm changes to the project's folder, so a relative name may belong to the folder npm was called from.
const places = [process.env.INIT_CWD ?? process.cwd(), process.cwd()];
const file = places.map((place) => resolve(place, name)).find(existsSync);
if (!file) stop(`There is no file ${name}.`);

let bundle;
try {
  bundle = JSON.parse(readFileSync(file, "utf8"));
} catch (error) {
  stop(`${name} is no JSON: ${error.message}`);
}

const vite = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
let verified = null;
try {
  const { verifyBundle } = await vite.ssrLoadModule("/app/domain/report/document/bundle.ts");
  verified = verifyBundle(bundle);
} catch (error) {
  console.error(`The bundle cannot be computed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
await vite.close();
if (verified) {
  const { figures, values, misses, forgotten, newer } = verified;
  for (const { path, kept, computed } of misses)
    console.info(
      `MISSED  ${path}\n        kept ${JSON.stringify(kept)}, computed ${JSON.stringify(computed)}`,
    );
  console.info(`${figures} figures, ${values} values compared, ${misses.length} missed`);
  if (newer > 0)
    console.info(
      `It was computed by an earlier program: ${newer} ${newer === 1 ? "part" : "parts"} made since are not compared, nor is how things are worded.`,
    );
  if (forgotten > 0)
    console.info(
      `The words of ${forgotten} ${forgotten === 1 ? "person" : "people"} were taken out at their request: what was written is masked and not verified; the figures are.`,
    );
  process.exitCode = misses.length === 0 ? 0 : 1;
} else if (!process.exitCode) {
  console.error(`${name} is no bundle of a report.`);
  process.exitCode = 2;
}
