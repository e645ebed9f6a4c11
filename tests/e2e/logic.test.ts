/** Rules of a questionnaire made from menus, read as sentences, and removed again, in both languages and widths. */
import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { draftedStudy } from "../support/drafted-study";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();
let member: Awaited<ReturnType<typeof signedIn>>;
let base: string;
beforeAll(async () => {
  member = await signedIn(app.store, { url: app.url });
  const { studyId, questionnaireId } = await draftedStudy(app.store, member.workspaceId);
  base = `/studies/${studyId}/questionnaires/${questionnaireId}`;
});

async function open(path: string, options: BrowserContextOptions) {
  // A refused form is answered with 422, which Chromium puts in its console.
  const { page, ...watched } = await openPage(browser, options, member, [/status of 422/]);
  await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
  return { page, watched };
}

test.each([
  ["en", "desktop", { ...desktop, ...inEnglish }],
  ["zh-CN", "phone", { ...phone, ...inChinese }],
] as const)("a rule is built from menus and removed with undo (%s, %s)", async (language, size, options) => {
  const text = textOf(language, "logic");
  const actions = textOf(language, "shell").actions;
  const { page, watched } = await open(`${base}/logic`, {
    ...options,
    colorScheme: size === "phone" ? "dark" : "light",
  });
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
  await form.getByRole("button", { name: text.addIt }).click();
  await page.getByText(text.saved).waitFor();
  const skipped = text.owner.page({ n: 5, title: "" }).replace(/\s*\(?\)?$/, "");
  const item = page.getByRole("listitem").filter({ hasText: skipped }).last();
  await expectAccessible(page);
  await item.getByRole("link", { name: new RegExp(text.edit) }).click();
  await item.getByRole("group", { name: text.condition.label }).waitFor();
  await item.getByLabel(text.condition.question, { exact: true }).first().waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: actions.cancel }).click();
  await item.getByRole("button", { name: text.removeOf({ sentence: "" }).trim() }).click();
  await page.getByText(text.removed).waitFor();
  // The next step waits for the list: one that comes sooner would break off its reading.
  await item.waitFor({ state: "detached" });
  await page.getByRole("button", { name: actions.undo }).click();
  await page.getByText(text.restored).waitFor();
  await item.waitFor();
  await page.waitForLoadState("networkidle");
  await page.reload({ waitUntil: "networkidle" });
  await item.getByRole("button", { name: text.removeOf({ sentence: "" }).trim() }).click();
  await page.getByText(text.removed).waitFor();
  expect(await page.getByRole("listitem").filter({ hasText: text.edit }).count()).toBeGreaterThan(3);
  watched.expectCalm();
});

test.each([
  ["en", "desktop", { ...desktop, ...inEnglish }],
  ["zh-CN", "phone", { ...phone, ...inChinese, colorScheme: "dark" }],
] as const)(
  "the map shows pages and jumps, and its pages are reached by keyboard (%s, %s)",
  async (language, _, options) => {
    const text = textOf(language, "logic").map;
    const { page, watched } = await open(`${base}/map`, options);
    await page.getByText(text.allReached({ walks: 200 })).waitFor();
    await expectAccessible(page);
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

test.each([
  ["en", "phone", { ...phone, ...inEnglish }],
  ["zh-CN", "desktop", { ...desktop, ...inChinese, colorScheme: "dark" }],
] as const)(
  "a finding is kept with a reason, and texts are saved half-done (%s, %s)",
  async (language, _, options) => {
    const craft = textOf(language, "craft");
    const { page, watched } = await open(`${base}/checks`, options);
    await expectAccessible(page);
    await page.locator("summary", { hasText: craft.keep }).first().click();
    await page.getByRole("button", { name: craft.keepIt }).first().click();
    await page.getByText(craft.reasonMissing).waitFor();
    await expectAccessible(page);
    await page.getByLabel(craft.reason).first().fill("A long one, on purpose");
    await page.getByRole("button", { name: craft.keepIt }).first().click();
    await page.getByText(craft.saved).waitFor();
    await page.getByText(craft.keptReason({ reason: "A long one, on purpose" })).waitFor();
    await page.getByRole("button", { name: craft.takeBackOf({ finding: "" }).trim() }).click();
    await page.getByText(craft.takenBack).waitFor();

    const text = textOf(language, "translation");
    const actions = textOf(language, "shell").actions;
    await page.goto(`${app.url}${base}/languages?page=0`, { waitUntil: "networkidle" });
    await expectAccessible(page);
    const field = page.locator('textarea[name="zh-CN:p/company/title"]');
    await field.fill("");
    await page.getByRole("button", { name: actions.save }).click();
    await page.getByText(text.saved({ n: 1 })).waitFor();
    await page.getByText(text.missing, { exact: true }).first().waitFor();
    await expectAccessible(page);
    await field.fill("您的公司");
    await page.getByRole("button", { name: actions.save }).click();
    await page.getByText(text.missing, { exact: true }).waitFor({ state: "detached" });
    watched.expectCalm();
  },
);

test.each([
  ["en", "phone", { ...phone, ...inEnglish }, "dark"],
  ["zh-CN", "desktop", { ...desktop, ...inChinese }, "light"],
] as const)(
  "a draft is tried in its frame, by link and on paper (%s, %s, %s)",
  async (language, _, options, theme) => {
    const text = textOf(language, "preview");
    const respond = textOf(language, "respond");
    const { page, watched } = await open(`${base}/preview?theme=${theme}`, options);
    const frame = page.frameLocator("iframe");
    await frame.getByText(respond.trial.bannerText).waitFor();
    const dark = await page
      .frames()[1]
      ?.evaluate(() => getComputedStyle(document.documentElement).colorScheme === "dark");
    expect(dark).toBe(theme === "dark");
    await expectAccessible(page);
    await frame.getByRole("button", { name: respond.page.next }).last().click();
    await frame.getByRole("alert").waitFor();
    await page.getByRole("button", { name: text.link.make }).click();
    const address = await page.getByLabel(text.link.address).inputValue();
    await page.getByRole("button", { name: text.link.takeBack }).waitFor();
    await expectAccessible(page);
    const visitor = await (await browser.newContext(options)).newPage();
    await visitor.goto(address);
    await visitor.getByRole("textbox").first().waitFor();
    await expectAccessible(visitor);
    await page.getByRole("button", { name: text.link.takeBack }).click();
    await page.getByText(text.link.takenBack).waitFor();
    await page.goto(`${app.url}${base}/print`, { waitUntil: "networkidle" });
    await page.getByText(text.printed.chooseOne).first().waitFor();
    await expectAccessible(page);
    watched.expectCalm();
  },
);
