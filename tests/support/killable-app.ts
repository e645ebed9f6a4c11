/** The built app as a process that can be killed and started again on its database, with a clock that can be moved. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "~db/client";
import { migrations } from "./stores";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

export async function makeKillableApp() {
  const folder = mkdtempSync(join(tmpdir(), "trivista-killed-"));
  const databaseUrl = join(folder, "trivista.sqlite");
  const clock = join(folder, "clock");
  writeFileSync(clock, "0");
  const port = await freePort();
  const store = await openStore(databaseUrl, migrations);
  let app: ChildProcess | null = null;
  let ahead = 0;
  const gone = (child: ChildProcess) =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    store,
    url: `http://127.0.0.1:${port}`,
    now: () => Date.now() + ahead,
    /** Moves the clock of the app, running or not. */
    advance(by: number) {
      ahead += by;
      writeFileSync(clock, String(ahead));
    },
    async start() {
      const child = spawn(
        process.execPath,
        ["--import", file("./moved-clock.mjs"), file("../../app/launch/serve.mjs")],
        {
          env: {
            ...process.env,
            ...{ PORT: String(port), HOST: "127.0.0.1", DATABASE_URL: databaseUrl, VITEST: "" },
            CLOCK_FILE: clock,
          },
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      app = child;
      await new Promise<void>((resolve, reject) => {
        child.stdout.on("data", (text: Buffer) => /http:\/\/localhost/.test(text.toString()) && resolve());
        child.once("exit", () => reject(new Error("The app ended before it answered")));
      });
    },
    /** As a power cut would: nothing in the process has a say. */
    async kill() {
      if (!app) return;
      app.kill("SIGKILL");
      await gone(app);
    },
    async stop() {
      if (app && app.exitCode === null && app.signalCode === null) {
        app.kill("SIGTERM");
        await gone(app);
      }
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
