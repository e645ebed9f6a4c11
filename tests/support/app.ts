/** The built app as a person gets it: its own process, a free port, a fresh SQLite file. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "~db/client";
import { migrations } from "./stores";

const start = fileURLToPath(new URL("../../app/launch/start.mjs", import.meta.url));

/** `store` is a second connection to the app's database, to look at what is on disk. */
export async function startApp(environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "trivista-app-"));
  const databaseUrl = join(folder, "trivista.sqlite");
  const app = spawn(process.execPath, [start], {
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: databaseUrl,
      VITEST: "",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (port) resolve(`http://localhost:${port}`);
    };
    app.stdout.on("data", read);
    app.stderr.on("data", read);
    app.once("exit", () => reject(new Error(`The app ended before it answered:\n${output}`)));
  });
  const store = await openStore(databaseUrl, migrations);
  return {
    url,
    store,
    output: () => output,
    async stop() {
      await store.close();
      const ended = new Promise((resolve) => app.once("exit", resolve));
      app.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
