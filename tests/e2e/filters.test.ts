/** A filter chosen on one page holds on the next; a crosstab is read, saved as a view and found again. */
import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { seedSample } from "~db/seed/sample";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inEnglish, openPage, phone } from "../support/browser";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();
let member: Awaited<ReturnType<typeof signedIn>>;
let base: string;
beforeAll(async () => {
  member = await signedIn(app.store, { url: app.url });
  const studyId = await seedSample(app.store, { workspaceId: member.workspaceId, now: Date.now() });
  base = `${app.url}/studies/${studyId}`;
});

const text = textOf("en", "filter");
const crosstab = textOf("en", "crosstab");

async function open(path: string, options: BrowserContextOptions) {
  const { page, ...watched } = await openPage(browser, options, member);
  await page.goto(`${base}${path}`, { waitUntil: "networkidle" });
  return { page, watched };
}

test("chosen on the results, it holds on the tabs, goes with its chip, and is saved as a view", async () => {
  const { page, watched } = await open("/results", { ...desktop, ...inEnglish });
  await page.locator("summary", { hasText: text.open }).click();
  await page.getByRole("checkbox", { name: /^User/ }).check();
  await page.getByRole("button", { name: text.apply }).click();
  await page.waitForURL(/role=user/);
  const chip = page.getByRole("link", { name: text.without({ name: "Role: User" }) });
  await chip.waitFor();
  await page.getByRole("link", { name: "What matters" }).click();
  await page.waitForURL(/results\/anchor\?role=user/);
  await chip.waitFor();
  await page.locator("summary", { hasText: text.views.save }).click();
  await page.getByLabel(text.views.name).fill("Users only");
  await page.getByRole("button", { name: text.views.save }).click();
  await page.getByText(text.views.saved({ name: "Users only" })).waitFor();
  await chip.click();
  await page.waitForURL((url) => !url.search.includes("role"));
  await page.getByRole("link", { name: "Users only", exact: true }).click();
  await page.waitForURL(/results\?role=user/);
  await chip.waitFor();
  watched.expectCalm();
});

test("the longest name of a view fits a phone, and its undo can be reached", async () => {
  const { page, watched } = await open("/responses?role=user", { ...phone, ...inEnglish });
  const name = "W".repeat(60);
  await page.locator("summary", { hasText: text.views.save }).click();
  await page.getByLabel(text.views.name).fill(name);
  await page.getByRole("button", { name: text.views.save }).click();
  await page.getByText(text.views.saved({ name })).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: text.views.remove({ name }) }).click();
  await page.getByText(text.views.removed({ name })).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: textOf("en", "shell").actions.undo }).click();
  await page.getByRole("link", { name, exact: true }).waitFor();
  await page.getByRole("button", { name: text.views.remove({ name }) }).click();
  watched.expectCalm();
});

test("by keys alone a filter is applied, and the focus stays where it was", async () => {
  const { page, watched } = await open("/responses", { ...desktop, ...inEnglish });
  await page.locator("summary", { hasText: text.open }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: /^User/ }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: text.apply }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: text.without({ name: "Role: User" }) }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(text.apply);
  expect(await page.getByRole("checkbox", { name: /^User/ }).isChecked()).toBe(true);
  watched.expectCalm();
});

test("two questions are crossed and the dependence planted in the sample is named", async () => {
  const { page, watched } = await open("/results/crosstab", { ...desktop, ...inEnglish });
  await page.getByLabel(crosstab.row).selectOption("anchor.importance#price");
  await page.getByLabel(crosstab.column({ n: 1 })).selectOption("~role");
  await page.getByRole("button", { name: crosstab.show, exact: true }).click();
  await page.waitForURL(/row=anchor\.importance/);
  await page.getByText("“Price” depends on “Role”").waitFor();
  await page.getByRole("columnheader", { name: /^User \(n = / }).waitFor();
  watched.expectCalm();
});

test.each([
  ["phone", phone, "zh-CN"],
  ["desktop", desktop, "en"],
] as const)("the pages with a filter are accessible on a %s", async (_, screen, language) => {
  for (const path of [
    "/results?role=user&size=50-249",
    "/responses?role=user&quality=unflagged",
    "/pmf?role=user",
    "/chain?industry=none",
    "/needs?size=50-249",
    "/insights?role=user",
    "/competitors/users?role=requester",
    "/results/crosstab?row=anchor.importance%23price&column=~role&column=~size&role=user&role=decider",
  ]) {
    const { page, watched } = await open(path, { ...screen, locale: language });
    await page.locator("aside summary").first().click();
    await expectAccessible(page);
    watched.expectCalm();
    await page.context().close();
  }
});
