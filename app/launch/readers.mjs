/**
 * Finds the programs that open exported files in the tests, and installs what is missing: LibreOffice without its windows
 * (about 120 MB), poppler's tools and PSPP (about 10 MB). Without them those tests are skipped.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { hasApt, installPackages } from "./apt.mjs";

const readers = {
  soffice: ["libreoffice-impress-nogui", "libreoffice-calc-nogui"],
  pdftotext: ["poppler-utils"],
  pspp: ["pspp"],
};

const isThere = (program) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

export function prepareReaders() {
  const missing = Object.keys(readers).filter((program) => !isThere(program));
  if (missing.length > 0 && hasApt())
    installPackages(
      missing.flatMap((program) => readers[program]),
      "the tests that open exported files",
    );
  const still = missing.filter((program) => !isThere(program));
  if (still.length > 0) console.info(`Not found: ${still.join(", ")}. Tests that need them are skipped.`);
}
