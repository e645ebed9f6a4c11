/** Pages of a large study that are computed from all its answers: they say how far they are, and follow by themselves. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "~/domain/language";
import { textOf } from "~/i18n/text";
import { seedSample } from "~db/seed/sample";
import { startApp } from "../support/app";
import { desktop, expectAccessible, launchBrowser, openPage, phone } from "../support/browser";
import { growStudy } from "../support/grown-study";
import { signedIn } from "../support/signed-in";

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
let owner: Awaited<ReturnType<typeof signedIn>>;
let study = "";
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  owner = await signedIn(app.store, { url: app.url });
  const { workspaceId } = owner;
  const studyId = await seedSample(app.store, { workspaceId, now: Date.now() });
  await growStudy(app.store, { workspaceId, studyId }, 5000);
  study = `${app.url}/studies/${studyId}`;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const open = (options: BrowserContextOptions, language: Language) =>
  openPage(browser, { reducedMotion: "reduce", ...options, locale: language }, owner);

/** Keeps a page from looking again until it is let. */
async function held(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.data(\?|$)/, async (route) => {
    await released;
    await route.continue().catch(() => undefined);
  });
  return release;
}

const barOn = (page: Page, language: Language) =>
  page.getByRole("progressbar", { name: textOf(language, "shell").computing.what });

// Each look through a filter of its own, so that none of them is there already.
test.each([
  ["a light phone in Chinese", { ...phone, colorScheme: "light" }, "zh-CN", "?role=user"],
  ["a dark phone in English", { ...phone, colorScheme: "dark" }, "en", "?role=decider"],
  ["a dark desktop in Chinese", { ...desktop, colorScheme: "dark" }, "zh-CN", "?role=requester"],
  ["a light desktop in English", { ...desktop, colorScheme: "light" }, "en", "?role=user&role=decider"],
] as const)("insights say how far they are on %s, and are there by themselves", async (...look) => {
  const [, options, language, search] = look;
  const { computing } = textOf(language, "shell");
  const { context, page, expectCalm } = await open(options, language);
  const release = await held(page);
  await page.goto(`${study}/insights${search}`);
  const bar = barOn(page, language);
  await bar.waitFor();
  expect(await bar.getAttribute("aria-valuetext")).toMatch(/^\d?\d%$/);
  await page.getByText(computing.hint).waitFor();
  await expectAccessible(page);
  release();
  await page.getByText(textOf(language, "insights").why, { exact: true }).first().waitFor();
  await page.getByRole("status").filter({ hasText: computing.ready }).waitFor({ state: "attached" });
  expect(await bar.count()).toBe(0);
  await expectAccessible(page);
  // What is kept is there at once.
  await page.reload();
  await page.getByText(textOf(language, "insights").why, { exact: true }).first().waitFor();
  expectCalm();
  await context.close();
});

test("opportunities and the chain do so, without scripts too", async () => {
  const opportunity = textOf("zh-CN", "opportunity");
  const plain = await open({ ...phone, javaScriptEnabled: false }, "zh-CN");
  await plain.page.goto(`${study}/growth/opportunities`);
  await barOn(plain.page, "zh-CN").waitFor();
  await plain.page.getByRole("heading", { name: opportunity.suggestions }).waitFor();
  expect(await barOn(plain.page, "zh-CN").count()).toBe(0);
  plain.expectCalm();
  await plain.context.close();

  const desk = await open(desktop, "en");
  const release = await held(desk.page);
  await desk.page.goto(`${study}/chain?role=user&role=requester`);
  await barOn(desk.page, "en").waitFor();
  await expectAccessible(desk.page);
  release();
  await desk.page.getByRole("heading", { name: textOf("en", "chain").mapTitle }).waitFor();
  desk.expectCalm();
  await desk.context.close();
});
