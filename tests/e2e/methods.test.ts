import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";

const { app, browser } = await appInBrowser();

const open = async (path: string, options: BrowserContextOptions) => {
  const { page, ...watched } = await openPage(browser, options, null, [/status of 404/]);
  const response = await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
  return { page, watched, status: response?.status() };
};

const screens = { phone, desktop };
const languages = { "zh-CN": inChinese, en: inEnglish };
const everywhere = (Object.keys(screens) as (keyof typeof screens)[]).flatMap((screen) =>
  (Object.keys(languages) as (keyof typeof languages)[]).flatMap((language) =>
    (["light", "dark"] as const).map((colorScheme) => ({ screen, language, colorScheme })),
  ),
);

describe("the pages of the methods", () => {
  test.each(everywhere)(
    "on a $screen in $language, $colorScheme",
    async ({ screen, language, colorScheme }) => {
      const options = { ...screens[screen], ...languages[language], colorScheme };
      for (const path of ["/methods", "/methods/van-westendorp"]) {
        const { page, watched, status } = await open(path, options);
        expect(status).toBe(200);
        await expectAccessible(page);
        watched.expectCalm();
        await page.context().close();
      }
    },
  );

  test("lead from the list to a method, on to its neighbour, and back", async () => {
    const { page, watched } = await open("/methods", { ...desktop, ...inEnglish });
    const text = textOf("en", "methods");
    await page.getByRole("link", { name: "Wilson interval", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Wilson interval" }).waitFor();
    expect(await page.title()).toBe("Wilson interval · Trivista");
    await page.getByRole("navigation", { name: text.neighbours }).getByRole("link").last().click();
    await page.getByRole("heading", { level: 1, name: /Clopper/ }).waitFor();
    await page.getByRole("link", { name: text.families.proportions }).click();
    await page.waitForURL(/\/methods#proportions$/);
    watched.expectCalm();
    await page.context().close();
  });

  test("an unknown method offers the list in the reader's language", async () => {
    const { page, watched, status } = await open("/methods/astrology", { ...phone, ...inChinese });
    expect(status).toBe(404);
    await expectAccessible(page);
    const { unknown, title } = textOf("zh-CN", "methods");
    await page.getByRole("heading", { level: 1, name: unknown.title }).waitFor();
    await page.getByRole("link", { name: unknown.list }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    watched.expectCalm();
    await page.context().close();
  });
});
