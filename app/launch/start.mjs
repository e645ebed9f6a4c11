/** `npm start`: installs what is missing, builds when stale, migrates, serves, and says where. */
import { install, root } from "./install.mjs";

process.env.NODE_ENV = "production";
install();
const { buildWhenStale } = await import("./build.mjs");
buildWhenStale();

const build = await import(`${root}/build/server/index.js`);
try {
  const server = await build.entry.module.serve(build);
  const { port } = server.address();
  console.info(`
  Trivista is running:  http://localhost:${port}

  Open it in a browser. The first visit creates your workspace; the sample study shows
  what a finished one looks like. Stop with Ctrl+C; start again with npm start.
`);
} catch (error) {
  if (error?.code === "EADDRINUSE")
    console.error(
      `Port ${error.port} is in use. Stop the other program, or choose a port: PORT=3001 npm start`,
    );
  else console.error(error);
  process.exit(1);
}
