/**
 * `npm test`: installs what is missing, then type check, lint and every suite.
 * Ends with one line, `N passed, N failed`, over all of them.
 */
import { readFileSync, rmSync } from "node:fs";
import { install, root, run } from "./install.mjs";

install();
const { prepareBrowser } = await import("./browser.mjs");
const browser = await prepareBrowser();

const bin = (name) => `${root}/node_modules/.bin/${name}`;
const total = { passed: 0, failed: 0 };
const note = (name, ok) => {
  total[ok ? "passed" : "failed"] += 1;
  console.info(`${ok ? "passed" : "FAILED"}: ${name}`);
};

note("type check", run(bin("tsc"), []) === 0);
note("lint", run(bin("biome"), ["check", "."]) === 0);

const report = `${root}/node_modules/.cache/vitest-report.json`;
rmSync(report, { force: true });
const suites = ["unit", "data", "routes", "e2e"].flatMap((name) => ["--project", name]);
const status = run(
  bin("vitest"),
  [
    "run",
    ...suites,
    ...process.argv.slice(2),
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
  ],
  { env: { ...process.env, CHROMIUM_PATH: browser } },
);
try {
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, "utf8"));
  total.passed += numPassedTests;
  total.failed += numFailedTests;
  if (numTotalTests === 0) note("at least one test ran", false);
} catch {
  note("the test runner finished", false);
}
// A failure outside any test (a file that does not load, an unhandled error) still fails the run.
if (status !== 0 && total.failed === 0) note("no error outside the tests", false);

console.info(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
