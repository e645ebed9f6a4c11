/** Rules of a questionnaire made from menus, read as sentences, and removed again, in both languages and widths. */
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { startApp } from "../support/app";
import {
  desktop,
  expectAccessible,
  inChinese,
  inEnglish,
  launchBrowser,
  phone,
  watch,
} from "../support/browser";
import { draftedStudy } from "../support/drafted-study";
import { signedIn } from "../support/signed-in";

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
let member: Awaited<ReturnType<typeof signedIn>>;
let base: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  member = await signedIn(app.store, { url: app.url });
  const { studyId, questionnaireId } = await draftedStudy(app.store, member.workspaceId);
  base = `/studies/${studyId}/questionnaires/${questionnaireId}`;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const shots = process.env.SHOTS;

async function open(path: string, options: BrowserContextOptions, language = "en") {
  const context = await browser.newContext(options);
  await context.addCookies(
    member.cookies.map((cookie) => (cookie.name === "lang" ? { ...cookie, value: language } : cookie)),
  );
  const page = await context.newPage();
  const watched = watch(page);
  await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
  return { page, watched };
}

test.each([
  ["en", "desktop", { ...desktop, ...inEnglish }],
  ["zh-CN", "phone", { ...phone, ...inChinese }],
] as const)("a rule is built from menus and removed with undo (%s, %s)", async (language, size, options) => {
  const text = textOf(language, "logic");
  const actions = textOf(language, "shell").actions;
  const { page, watched } = await open(
    `${base}/logic`,
    { ...options, colorScheme: size === "phone" ? "dark" : "light" },
    language,
  );
  await expectAccessible(page);
  await page.getByLabel(text.target, { exact: true }).selectOption("pages[4]");
  await page.getByLabel(text.kindLabel, { exact: true }).selectOption("skip");
  await page.getByRole("button", { name: text.addIt }).click();
  await page.getByText(text.condition.empty).first().waitFor();
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: text.addIt }) });
  await form.getByLabel(text.condition.question, { exact: true }).selectOption("gate_size");
  await form.getByLabel(text.condition.operator, { exact: true }).selectOption("anyof");
  const boxes = form.getByRole("group", { name: text.condition.values }).getByRole("checkbox");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await form.getByRole("button", { name: text.condition.addClause, exact: true }).click();
  await form.getByLabel(text.condition.question, { exact: true }).nth(1).selectOption("gate_relation");
  await expectAccessible(page);
  await form.getByLabel(text.condition.value, { exact: true }).selectOption({ index: 1 });
  await form.getByText("{gate_size} anyof").waitFor({ state: "attached" });
  if (shots) await page.screenshot({ path: `${shots}/logic-${language}-${size}.png`, fullPage: true });
  await form.getByRole("button", { name: text.addIt }).click();
  await page.getByText(text.saved).waitFor();
  const skipped = text.owner.page({ n: 5, title: "" }).replace(/\s*\(?\)?$/, "");
  const item = page.getByRole("listitem").filter({ hasText: skipped }).last();
  await expectAccessible(page);
  await item.getByRole("link", { name: new RegExp(text.edit) }).click();
  await item.getByRole("group", { name: text.condition.label }).waitFor();
  await item.getByLabel(text.condition.question, { exact: true }).first().waitFor();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/logic-edit-${language}-${size}.png`, fullPage: true });
  await page.getByRole("link", { name: actions.cancel }).click();
  await item.getByRole("button", { name: new RegExp(actions.remove) }).click();
  await page.getByText(text.removed).waitFor();
  await page.getByRole("button", { name: actions.undo }).click();
  await page.getByText(text.restored).waitFor();
  await page.reload({ waitUntil: "networkidle" });
  await page.getByRole("listitem").filter({ hasText: skipped }).last().getByRole("button").click();
  await page.getByText(text.removed).waitFor();
  expect(await page.getByRole("listitem").filter({ hasText: text.edit }).count()).toBeGreaterThan(3);
  watched.expectCalm();
});

test.each([
  ["en", "desktop", { ...desktop, ...inEnglish }],
  ["zh-CN", "phone", { ...phone, ...inChinese, colorScheme: "dark" }],
] as const)(
  "the map shows pages and jumps, and its pages are reached by keyboard (%s, %s)",
  async (language, size, options) => {
    const text = textOf(language, "logic").map;
    const { page, watched } = await open(`${base}/map`, options, language);
    await page.getByText(text.allReached({ walks: 200 })).waitFor();
    await expectAccessible(page);
    if (shots) await page.screenshot({ path: `${shots}/map-${language}-${size}.png`, fullPage: true });
    const map = page.getByRole("navigation", { name: text.caption });
    await map.getByRole("link").nth(2).focus();
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#map-page-2");
    await page.getByRole("link", { name: text.again }).click();
    await page.waitForURL(/seed=2/);
    await page.getByText(text.allReached({ walks: 200 })).waitFor();
    watched.expectCalm();
  },
);
