/** Serves what is built: migrates, opens the port, and says where. Installs and builds nothing; containers start here. */
import { root } from "./install.mjs";

process.env.NODE_ENV = "production";

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
