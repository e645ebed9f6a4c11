import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vitest/config";
import remixConfig from "./remix.config.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { "~db": here("db"), "~": here("app") };

/** One project a kind of suite, so that `vitest run --project data` runs that kind alone. */
const project = (name: string, include: string[], test: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include, ...test },
});

export default defineConfig({
  plugins: [tailwindcss(), !process.env.VITEST && remix(remixConfig)],
  resolve: { alias },
  build: { target: "es2020", cssMinify: "lightningcss" },
  // A time-out only ends what hangs: a slow machine is no defect of the program.
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      project("unit", ["tests/*.test.ts", "tests/{domain,i18n,components,server}/**/*.test.{ts,tsx}"]),
      project("data", ["tests/data/**/*.test.ts"], {
        globalSetup: ["tests/support/postgres-server.ts"],
      }),
      project("routes", ["tests/routes/**/*.test.{ts,tsx}"]),
      project("e2e", ["tests/e2e/**/*.test.ts"], {
        globalSetup: ["tests/support/built-app.ts"],
        testTimeout: 180_000,
        hookTimeout: 180_000,
        maxWorkers: 2,
      }),
      project("speed", ["tests/speed/**/*.test.ts"], {
        globalSetup: ["tests/support/built-app.ts"],
        fileParallelism: false,
      }),
      project("bench", ["tests/bench/**/*.bench.ts"], {
        globalSetup: ["tests/support/postgres-server.ts"],
        testTimeout: 1_800_000,
        fileParallelism: false,
      }),
    ],
  },
});
