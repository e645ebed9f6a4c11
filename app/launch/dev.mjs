/** `npm run dev`: the app with its sources watched. */
import { install, root, run } from "./install.mjs";

install();
process.exit(
  run(process.execPath, [
    `${root}/node_modules/@remix-run/dev/dist/cli.js`,
    "vite:dev",
    ...process.argv.slice(2),
  ]),
);
