/** Headless Chromium for the browser tests; a console error or an uncaught error fails the test that caused it. */
import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const executablePath = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", chromium.executablePath()].find(
  (path) => path && existsSync(path),
);

export const launchBrowser = () =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

export const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true } as const;
export const desktop = { viewport: { width: 1280, height: 900 } } as const;
export const inChinese: BrowserContextOptions = { locale: "zh-CN" };
export const inEnglish: BrowserContextOptions = { locale: "en-US" };

/** Collects what went wrong on a page; `expectCalm` says there was nothing. */
export function watch(page: Page, { ignore = [] as RegExp[] } = {}) {
  const troubles: string[] = [];
  const note = (text: string) => {
    if (!ignore.some((pattern) => pattern.test(text))) troubles.push(text);
  };
  // What the next click interrupts is no trouble: Remix lets go of the page that was asked for before, and
  // says so as an error of the page, or on the console when the answer had begun to arrive.
  page.on(
    "console",
    (message) => message.type() === "error" && !/^AbortError: /.test(message.text()) && note(message.text()),
  );
  page.on(
    "response",
    (response) => response.status() >= 500 && note(`${response.status()} ${response.url()}`),
  );
  page.on("pageerror", (error) => error.name !== "AbortError" && note(String(error)));
  // One text: a list is cut short where the failure is told.
  return { expectCalm: () => expect(troubles.join("\n")).toBe("") };
}

/** A page in a window of its own, as somebody signed in has it, or nobody; its language is the window's. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions,
  reader: { cookies: { name: string; value: string; url: string }[] } | null = null,
  ignore: RegExp[] = [],
) {
  const context = await browser.newContext(options);
  await context.addCookies((reader?.cookies ?? []).filter(({ name }) => name !== "lang"));
  const page = await context.newPage();
  return { context, page, ...watch(page, { ignore }) };
}

/** Waits until colours have stopped changing: half-way between light and dark nothing has its contrast. */
const settle = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    // What follows the scrolling never ends.
    const running = document
      .getAnimations()
      .filter(({ timeline }) => timeline instanceof DocumentTimeline)
      .map(({ finished }) => finished.catch(() => undefined));
    await Promise.race([Promise.all(running), new Promise((resolve) => setTimeout(resolve, 1000))]);
  });

/** WCAG 2.2 AA by axe, and nothing wider than the screen. */
export async function expectAccessible(page: Page) {
  await settle(page);
  // In the page itself and without lists of what is well: two to three times as fast. Frames it would leave out.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(page.frames().length === 1)
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual(
    [],
  );
  // Not against `innerWidth`: on a phone it grows with what is too wide.
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "the page is wider than the screen").toBeLessThanOrEqual(page.viewportSize()?.width ?? width);
}
