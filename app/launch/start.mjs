/** `npm start`: installs what is missing, builds when stale, and serves. */
import { install } from "./install.mjs";

install();
const { buildWhenStale } = await import("./build.mjs");
buildWhenStale();
await import("./serve.mjs");
