/**
 * `npm test`: installs what is missing, then type check, lint and every suite.
 * Ends with one line, `N passed, N failed`, over all of them.
 */
import { readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { install, root, run } from "./install.mjs";

install();
const { prepareBrowser } = await import("./browser.mjs");
const browser = await prepareBrowser();
const { prepareReaders } = await import("./readers.mjs");
prepareReaders();

const bin = (name) => `${root}/node_modules/.bin/${name}`;
const total = { passed: 0, failed: 0 };
/** Said again at the end: what fails among thousands is not to be looked for. */
const failures = [];
const note = (name, ok) => {
  total[ok ? "passed" : "failed"] += 1;
  if (!ok) failures.push(name);
  console.info(`${ok ? "passed" : "FAILED"}: ${name}`);
};

note("type check", run(bin("tsc"), []) === 0);
note("lint", run(bin("biome"), ["check", "."]) === 0);

const report = `${root}/node_modules/.cache/vitest-report.json`;

/** Runs some suites and adds their counts; a failure outside any test counts as one. */
function runSuites(...names) {
  rmSync(report, { force: true });
  const projects = names.flatMap((name) => ["--project", name]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${report}`];
  const args = ["run", ...projects, ...process.argv.slice(2), ...reporters];
  const status = run(bin("vitest"), args, { env: { ...process.env, CHROMIUM_PATH: browser } });
  try {
    const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    total.passed += numPassedTests;
    total.failed += numFailedTests;
    for (const { name, assertionResults } of testResults)
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === "failed")
          failures.push(
            `${relative(root, name)} > ${fullName}\n${failureMessages.join("\n").slice(0, 1500)}`,
          );
    if (numTotalTests === 0) note(`${names}: at least one test ran`, false);
    if (status !== 0 && numFailedTests === 0) note(`${names}: no error outside the tests`, false);
  } catch {
    note(`${names}: the test runner finished`, false);
  }
}

runSuites("unit", "data", "routes");
// Browsers want the machine to themselves, and what is timed wants it alone.
runSuites("e2e");
runSuites("speed");

for (const failure of failures) console.info(`\nFAILED: ${failure}`);
console.info(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
