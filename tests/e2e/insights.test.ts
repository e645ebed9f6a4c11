import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { seedSample } from "~db/seed/sample";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();
let owner: Awaited<ReturnType<typeof signedIn>>;
let study = "";
beforeAll(async () => {
  owner = await signedIn(app.store, { url: app.url });
  const studyId = await seedSample(app.store, { workspaceId: owner.workspaceId, now: Date.now() });
  study = `${app.url}/studies/${studyId}`;
});

const darkPhone = { ...phone, ...inChinese, colorScheme: "dark" } as const;
const lightDesk = { ...desktop, ...inEnglish, colorScheme: "light" } as const;

const visit = (options: BrowserContextOptions) =>
  openPage(browser, { reducedMotion: "reduce", ...options }, owner);

describe("from an insight to what it rests on", () => {
  test.each([
    ["a dark phone in Chinese", darkPhone, "依据", /查看背后的/],
    ["a light desktop in English", lightDesk, "Why", /behind it/],
  ] as const)("on %s", async (_, options, why, behind) => {
    const { context, page, expectCalm } = await visit(options);
    await page.goto(`${study}/insights`, { waitUntil: "networkidle" });
    await expectAccessible(page);
    await page.getByText(why, { exact: true }).first().click();
    await page.getByRole("link", { name: behind }).first().click();
    await page.locator("main table tbody tr").first().waitFor();
    await expectAccessible(page);
    await page.locator("main table tbody a").first().click();
    await page.waitForURL(/\/responses\//);
    expectCalm();
    await context.close();
  });
});

describe("from the chain to one company", () => {
  test.each([
    ["a dark phone in Chinese", darkPhone],
    ["a light desktop in English", lightDesk],
  ] as const)("on %s", async (_, options) => {
    const { context, page, expectCalm } = await visit(options);
    await page.goto(`${study}/chain`, { waitUntil: "networkidle" });
    await expectAccessible(page);
    await page.locator("main table a[href*='/chain/']").first().click();
    await page.waitForURL(/\/chain\//);
    await page.locator("main table").first().waitFor();
    await expectAccessible(page);
    expectCalm();
    await context.close();
  });
});

describe("from the need tree to coded answers", () => {
  test.each([
    ["a dark phone in Chinese", darkPhone],
    ["a light desktop in English", lightDesk],
  ] as const)("on %s", async (_, options) => {
    const { context, page, expectCalm } = await visit(options);
    await page.goto(`${study}/needs`, { waitUntil: "networkidle" });
    await expectAccessible(page);
    await page.locator("a[href*='/needs/code?question=user.cause-text']").click();
    await page.locator("main blockquote").waitFor();
    await expectAccessible(page);
    expectCalm();
    await context.close();
  });

  test("a theme is named, marked and saved by keys alone", async () => {
    const { context, page, expectCalm } = await visit(lightDesk);
    const place = (n: number) => page.getByText(new RegExp(`^Answer ${n} of`));
    await page.goto(`${study}/needs/code?question=user.stuck`, { waitUntil: "networkidle" });
    await place(1).waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("Asking for slots");
    await page.keyboard.press("Enter");
    await place(2).waitFor();
    const first = page.locator("input[name=theme]").first();
    await first.waitFor();
    await page.keyboard.press("1");
    expect(await first.isChecked()).toBe(true);
    await page.keyboard.press("Enter");
    await place(3).waitFor();
    await page.goto(`${study}/needs`);
    const row = page.getByRole("row", { name: /Asking for slots/ });
    expect(await row.getByRole("cell").first().innerText()).toBe("2");
    expectCalm();
    await context.close();
  });
});
