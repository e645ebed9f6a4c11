/**
 * npm run new-password -- ADDRESS
 * Gives whoever signs in with this address a new password, prints it, and ends their sessions; in a container,
 * `node app/launch/new-password.mjs ADDRESS`. Exits with 1 where nobody signs in with it, with 2 where none is named.
 */
import { root } from "./install.mjs";

const [address] = process.argv.slice(2);
if (!address) {
  console.error("Name the address: npm run new-password -- you@example.com");
  process.exit(2);
}
process.env.NODE_ENV = "production";
const { entry } = await import(`${root}/build/server/index.js`);
const password = await entry.module.giveNewPassword(address);
if (password)
  console.info(`The new password of ${address}: ${password}\nChange it under Settings after signing in.`);
else console.error(`Nobody signs in with ${address}.`);
process.exit(password ? 0 : 1);
