/** A report of part of the answers, from the filter bar to a leader's phone and back; and a large one, which takes a moment. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertReportShare } from "~/data/report-shares";
import type { Language } from "~/domain/language";
import { textOf } from "~/i18n/text";
import { seedSample } from "~db/seed/sample";
import { startApp } from "../support/app";
import { desktop, expectAccessible, launchBrowser, phone, watch } from "../support/browser";
import { growStudy } from "../support/grown-study";
import { signedIn } from "../support/signed-in";

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
let owner: Awaited<ReturnType<typeof signedIn>>;
let studyId = "";
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  owner = await signedIn(app.store, { url: app.url });
  studyId = await seedSample(app.store, { workspaceId: owner.workspaceId, now: Date.now() });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function openPage(
  options: BrowserContextOptions,
  language: Language,
  cookies: typeof owner.cookies = [],
) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options, locale: language });
  await context.addCookies(cookies.filter(({ name }) => name !== "lang"));
  const page = await context.newPage();
  return { context, page, ...watch(page) };
}
const textsOf = (language: Language) => ({
  filter: textOf(language, "filter"),
  sharing: textOf(language, "sharing"),
});

/** Moves on by Tab until `selector` has the focus. */
async function tabTo(page: Page, selector: string) {
  for (let step = 0; step < 80; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}

test("from the filter bar to a leader's phone, and everybody counts again", async () => {
  const en = textsOf("en");
  const zh = textsOf("zh-CN");
  const desk = await openPage(desktop, "en", owner.cookies);
  const { page } = desk;
  const address = `${app.url}/studies/${studyId}/report`;
  await page.goto(address, { waitUntil: "networkidle" });
  const read = (of: Page) => of.locator("#executive").innerText();
  const everybody = await read(page);

  await tabTo(page, "aside summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "input[name=role][value=user]");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?role=user$/);
  const only = (of: Page, { sharing }: typeof en, said: string) =>
    of.getByText(sharing.page.onlyThese({ said, n: 0, of: 0, companies: 0 }).split("n = ")[0]!);
  await only(page, en, "Role: User").waitFor();
  const users = await read(page);
  expect(users).not.toBe(everybody);
  await expectAccessible(page);

  // The slides say it, too.
  await page.getByRole("link", { name: en.sharing.page.present }).click();
  await only(page, en, "Role: User").waitFor();
  await page.getByRole("link", { name: en.sharing.slides.leave }).click();
  await page.waitForURL(/\?role=user$/);

  await page.locator("summary", { hasText: en.filter.views.save }).click();
  await page.getByLabel(en.filter.views.name).fill("Users only");
  await page.getByRole("button", { name: en.filter.views.save }).click();
  await page.getByText(en.filter.views.saved({ name: "Users only" })).waitFor();
  await page.getByRole("button", { name: en.sharing.page.countThese }).click();
  await page.waitForURL(address);
  await only(page, en, "Role: User").waitFor();
  expect(await read(page)).toBe(users);

  await page.getByRole("link", { name: en.sharing.page.share }).click();
  await page.getByLabel(en.sharing.manage.linkName).fill("The board");
  await page.getByRole("button", { name: en.sharing.manage.create }).click();
  const link = await page.getByLabel(en.sharing.manage.link({ name: "The board" })).inputValue();
  await page.getByText(en.sharing.manage.only({ said: "Role: User" })).waitFor();
  await expectAccessible(page);

  const leader = await openPage({ ...phone, colorScheme: "dark" }, "zh-CN");
  await leader.page.goto(link, { waitUntil: "networkidle" });
  await only(leader.page, zh, "角色：使用者").waitFor();
  expect(await leader.page.locator("aside summary").count()).toBe(0);
  await expectAccessible(leader.page);

  // The team takes it away, on a phone.
  const hand = await openPage(phone, "zh-CN", owner.cookies);
  await hand.page.goto(address, { waitUntil: "networkidle" });
  await only(hand.page, zh, "角色：使用者").waitFor();
  await hand.page.getByRole("link", { name: zh.filter.without({ name: "角色：使用者" }) }).tap();
  await hand.page.waitForURL(/\?everybody=1$/);
  await only(hand.page, zh, "角色：使用者").waitFor({ state: "detached" });
  await expectAccessible(hand.page);
  await hand.page.getByRole("button", { name: zh.sharing.page.countAll }).tap();
  await hand.page.waitForURL(address);
  await page.goto(address, { waitUntil: "networkidle" });
  expect(await read(page)).toBe(everybody);
  expect(await only(page, en, "Role: User").count()).toBe(0);
  // A link stays what it was made for.
  await leader.page.reload({ waitUntil: "networkidle" });
  await only(leader.page, zh, "角色：使用者").waitFor();
  for (const { context, expectCalm } of [desk, leader, hand]) {
    expectCalm();
    await context.close();
  }
});

describe("a large study", () => {
  let token = "";
  beforeAll(async () => {
    const where = { workspaceId: owner.workspaceId, studyId };
    await growStudy(app.store, where, 5000);
    const made = await insertReportShare(app.store, {
      ...where,
      ...{ name: "Board", audience: "leadership", passwordHash: null, expiresAt: null },
      ...{ snapshotId: null, filter: null, createdBy: "Min", now: Date.now() },
    });
    token = made.token;
  });

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

  // Each look through a filter of its own, so that none of them is there already.
  test.each([
    ["a light phone in Chinese", { ...phone, colorScheme: "light" }, "zh-CN", "?role=user"],
    ["a dark phone in English", { ...phone, colorScheme: "dark" }, "en", "?role=decider"],
    ["a dark desktop in Chinese", { ...desktop, colorScheme: "dark" }, "zh-CN", "?role=requester"],
    ["a light desktop in English", { ...desktop, colorScheme: "light" }, "en", "?role=user&role=decider"],
  ] as const)("says how far it is on %s, and is there by itself", async (_, options, language, search) => {
    const { filter, sharing } = textsOf(language);
    const { context, page, expectCalm } = await openPage(options, language, owner.cookies);
    const release = await held(page);
    await page.goto(`${app.url}/studies/${studyId}/report${search}`);
    const bar = page.getByRole("progressbar", { name: sharing.page.computing });
    await bar.waitFor();
    expect(await bar.getAttribute("aria-valuetext")).toMatch(/^\d?\d%$/);
    expect(await page.getByRole("status").filter({ hasText: sharing.page.ready }).count()).toBe(0);
    const summary = page.locator("summary", { hasText: filter.open });
    await summary.focus();
    await page.keyboard.press("Enter");
    await expectAccessible(page);
    release();
    await page.getByRole("heading", { name: sharing.chapters.executive, exact: true }).waitFor();
    await page.getByRole("status").filter({ hasText: sharing.page.ready }).waitFor({ state: "attached" });
    expect(await bar.count()).toBe(0);
    expect(await summary.evaluate((one) => document.activeElement === one)).toBe(true);
    expect(await summary.evaluate((one) => one.closest("details")?.open)).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expectCalm();
    await context.close();
  });

  test("the filter can be changed meanwhile", async () => {
    const { filter, sharing } = textsOf("en");
    const { context, page, expectCalm } = await openPage(desktop, "en", owner.cookies);
    await page.goto(`${app.url}/studies/${studyId}/report?size=10-49`);
    await page.getByRole("progressbar").waitFor();
    await page.locator("summary", { hasText: filter.open }).click();
    await page.locator("input[name=role][value=user]").check();
    await page.getByRole("button", { name: filter.apply }).click();
    await page.waitForURL(/role=user/);
    await page
      .getByText(
        sharing.page
          .onlyThese({ said: "Role: User; Company size: 10–49 people", n: 0, of: 0, companies: 0 })
          .split("n = ")[0]!,
      )
      .waitFor();
    expectCalm();
    await context.close();
  });

  test("a leader's link and the slides wait as well; without scripts, too", async () => {
    const { sharing } = textsOf("zh-CN");
    const leader = await openPage({ ...phone, javaScriptEnabled: false }, "zh-CN");
    await leader.page.goto(`${app.url}/share/${token}`);
    await leader.page.getByRole("progressbar", { name: sharing.page.computing }).waitFor();
    await leader.page.getByRole("heading", { name: sharing.chapters.executive, exact: true }).waitFor();
    leader.expectCalm();
    await leader.context.close();

    const member = await openPage(desktop, "zh-CN", owner.cookies);
    const release = await held(member.page);
    await member.page.goto(`${app.url}/reports/${studyId}/present?size=50-249`);
    await member.page.getByRole("progressbar", { name: sharing.page.computing }).waitFor();
    await expectAccessible(member.page);
    release();
    await member.page.getByRole("link", { name: sharing.slides.next }).waitFor();
    member.expectCalm();
    await member.context.close();
  });
});
