/** The built app and a browser for the tests of a file: `const { app, browser } = await appInBrowser();` on top of it. */
import { afterAll } from "vitest";
import { startApp } from "./app";
import { launchBrowser } from "./browser";

export async function appInBrowser() {
  const [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });
  return { app, browser };
}
