import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { seedSample } from "~db/seed/sample";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId = "";
let emptyId = "";
beforeAll(async () => {
  owner = await signedIn(app.store, { url: app.url });
  studyId = await seedSample(app.store, { workspaceId: owner.workspaceId, now: Date.now() });
  emptyId = await insertEmptyStudy(app.store, owner.workspaceId);
});

/** Opens a page as a reader would have it and waits until its charts are drawn. */
async function visit(path: string, options: BrowserContextOptions, reader: typeof owner | null = owner) {
  const opened = await openPage(browser, { reducedMotion: "reduce", ...options }, reader);
  await opened.page.goto(app.url + path, { waitUntil: "networkidle" });
  return opened;
}

const darkPhone = { ...phone, ...inChinese, colorScheme: "dark" } as const;
const lightDesk = { ...desktop, ...inEnglish, colorScheme: "light" } as const;

describe("the sample report, without signing in", () => {
  test.each([
    ["a dark phone in Chinese", darkPhone, "结论"],
    ["a light desktop in English", lightDesk, "In short"],
  ] as const)("reads well on %s", async (_, options, headline) => {
    const { context, page, expectCalm } = await visit("/sample", options, null);
    expect(await page.getByRole("heading", { name: headline }).isVisible()).toBe(true);
    await expectAccessible(page);
    expectCalm();
    await context.close();
  });

  test("jumps from chapter to chapter and says which is in sight, on the way down and up again", async () => {
    const { context, page } = await visit("/sample", { ...phone, ...inEnglish }, null);
    const strip = page.getByRole("navigation", { name: "In this report" });
    const inSight = () => strip.locator("[aria-current]").allTextContents();
    expect(await inSight()).toEqual([]);
    await strip.getByRole("link", { name: "Decision chain" }).click();
    await expect.poll(inSight).toEqual(["Decision chain"]);
    await strip.getByRole("link", { name: "Competitors" }).click();
    await expect.poll(inSight).toEqual(["Competitors"]);
    const top = await page.locator("#competitors").evaluate((chapter) => chapter.getBoundingClientRect().top);
    expect(top >= 0 && top < 200).toBe(true);
    // Its head leaves the upper third: what is read there is the end of the chapter before.
    await page.locator("#competitors").evaluate((chapter) => {
      window.scrollTo(0, window.scrollY + chapter.getBoundingClientRect().top - window.innerHeight / 2);
    });
    await expect.poll(inSight).toEqual(["Product-market fit"]);
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect.poll(inSight).toEqual([]);
    await context.close();
  });

  test("prints its whole coverage table and no buttons", async () => {
    const { context, page } = await visit("/sample", lightDesk, null);
    const rows = page.locator("table tbody tr");
    const shown = () =>
      rows.evaluateAll((all) => all.filter((row) => row.getClientRects().length > 0).length);
    const before = await shown();
    await page.emulateMedia({ media: "print" });
    expect(await shown()).toBeGreaterThan(before);
    const buttons = page.locator("button, nav");
    for (const button of await buttons.all()) expect(await button.isVisible()).toBe(false);
    await context.close();
  });
});

test("paper shows the evidence that is folded on a screen", async () => {
  const { context, page } = await visit("/sample", lightDesk, null);
  const evidence = page.locator("#executive article details p");
  const shown = () => evidence.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  expect(await evidence.count()).toBeGreaterThan(3);
  expect(await shown()).toBe(0);
  const print = (event: string) => page.evaluate((name) => void window.dispatchEvent(new Event(name)), event);
  const unfolded = async () => {
    await print("beforeprint");
    return shown();
  };
  // Until the page has come alive, nobody listens.
  await expect.poll(unfolded, { timeout: 20_000 }).toBe(await evidence.count());
  await print("afterprint");
  expect(await shown()).toBe(0);
  await context.close();
});

describe("the pages of a study", () => {
  const paths = [
    "results",
    "results/anchor",
    "results/decider",
    "results/user",
    "results/pmf",
    "results/price",
    "results/competitor",
    "results/answers?question=anchor.problem-text",
    "pmf",
    "chain",
    "responses",
    "report",
  ];

  const onDesk = ["results/anchor", "pmf", "chain", "responses"];

  test.each(paths)("%s is accessible", async (path) => {
    for (const options of onDesk.includes(path) ? [darkPhone, lightDesk] : [darkPhone]) {
      const { context, page, expectCalm } = await visit(`/studies/${studyId}/${path}`, options);
      await expectAccessible(page);
      expectCalm();
      await context.close();
    }
  });

  test.each(["results", "pmf", "chain", "responses", "report"])(
    "%s without responses is too",
    async (path) => {
      const { context, page, expectCalm } = await visit(`/studies/${emptyId}/${path}`, darkPhone);
      await expectAccessible(page);
      expectCalm();
      await context.close();
    },
  );
});

test("open answers are searched without scripts", async () => {
  const { context, page } = await visit(`/studies/${studyId}/results/anchor`, {
    ...lightDesk,
    javaScriptEnabled: false,
  });
  await page
    .getByRole("link", { name: /All \d+ answers/ })
    .first()
    .click();
  await page.getByLabel("Search the answers").fill("cvs");
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL(/cvs/);
  const found = await page.locator("main li p:first-child").allTextContents();
  expect(found.length).toBeGreaterThan(0);
  for (const answer of found) expect(answer.toLowerCase()).toContain("cvs");
  await context.close();
});
