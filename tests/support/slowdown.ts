/** How fast the machine is just now, so that limits in seconds hold on a busy or slow one too. */
import type { Browser } from "playwright-core";

/** The work below on a calm machine of 2 cores, in milliseconds. */
const calmMs = 120;

/** How many times as long as on a calm machine a browser takes for a fixed piece of script and layout; at least 1. */
export async function slowdown(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  const times: number[] = [];
  for (let round = 0; round < 15; round++)
    times.push(
      await page.evaluate(() => {
        const begin = performance.now();
        const rows = Array.from({ length: 4000 }, (_, at) => ({ name: `row ${(at * 7919) % 4001}`, at }));
        const copy: typeof rows = JSON.parse(JSON.stringify(rows));
        copy.sort((a, b) => a.name.localeCompare(b.name));
        const table = document.createElement("table");
        table.innerHTML = copy.map(({ name, at }) => `<tr><td>${name}</td><td>${at}</td></tr>`).join("");
        document.body.append(table);
        table.getBoundingClientRect();
        const took = performance.now() - begin;
        table.remove();
        return took;
      }),
    );
  await page.close();
  return Math.max(1, times.sort((a, b) => a - b)[3]! / calmMs);
}
