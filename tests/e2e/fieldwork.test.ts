/** Fieldwork walked through: a messy list comes in, people are invited, answer on a phone and bring a colleague in. */
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listCompanies } from "~/data/companies";
import { listInvitations } from "~/data/invitations";
import { listCompleteResponses } from "~/data/responses";
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
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { inGbk, peopleCsv } from "../support/people-file";

const survey = {
  title: { en: "Short", "zh-cn": "短问卷" },
  pages: [
    {
      name: "one",
      elements: [{ type: "text", name: "why", isRequired: true, title: { en: "Why?", "zh-cn": "为什么？" } }],
    },
  ],
};

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
let study: Awaited<ReturnType<typeof fieldStudy>>;
let member: Awaited<ReturnType<typeof memberOf>>;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  study = await fieldStudy(app.store, {
    questionnaires: { decider: survey, user: survey, requester: survey },
  });
  member = await memberOf(app.store, study.workspaceId, { url: app.url });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const people = textOf("en", "people");
const board = textOf("en", "board");

async function pageOf(options: BrowserContextOptions, signedIn = true) {
  const context = await browser.newContext(options);
  if (signedIn) await context.addCookies(member.cookies);
  const page = await context.newPage();
  return { page, watched: watch(page) };
}

/** Forty companies of three people, under a title line, with a double, a row nobody can use, and a company of one. */
const messy = [
  "2026 客户名单（内部）,,,,,,",
  ",,,,,,",
  peopleCsv(40),
  '"星河1号科技",决1,P1-0@X.example,,决策者,10,上海',
  "临溪物流,无名氏,not-an-address,,决策者,80,杭州",
  "孤岛软件有限公司,顾雪,gu@lonely.example,,使用者,80,杭州",
].join("\r\n");

test("a messy GBK list is imported, invited, answered on a phone, referred, seen on the board, and undone", async () => {
  const { page, watched } = await pageOf({ ...desktop, ...inEnglish });
  await page.goto(`${app.url}/companies/imports`, { waitUntil: "networkidle" });
  await page.setInputFiles("input[type=file]", {
    name: "名单.csv",
    mimeType: "text/csv",
    buffer: inGbk(messy),
  });
  await page.getByRole("button", { name: people.import.upload }).click();
  await page.getByText(people.import.summary({ added: 121, companies: 41 })).waitFor();
  await page.getByText(people.import.knownSummary({ n: 1 })).waitFor();
  await page.getByText(people.import.rowProblems["email-malformed"]).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: people.import.confirm({ n: 121 }) }).click();
  await page.getByText(people.import.done({ added: 121, known: 1, refused: 1 })).waitFor();

  const fieldwork = `${app.url}/studies/${study.studyId}/fieldwork`;
  await page.goto(`${fieldwork}/invitations`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: board.invite.button }).click();
  await page.getByText(board.invite.done({ n: 121 })).waitFor();
  await expectAccessible(page);

  const invitations = await listInvitations(app.store, study);
  expect(invitations).toHaveLength(121);
  const lonely = invitations.find(({ email }) => email === "gu@lonely.example")!;
  const colleague = invitations.find(({ email }) => email === "p1-2@x.example")!;

  const onPhone = await pageOf({ ...phone, ...inChinese }, false);
  for (const { token } of [colleague, lonely]) {
    await onPhone.page.goto(`${app.url}/i/${token}`);
    await onPhone.page.locator("main form button[type=submit]").first().click();
    await onPhone.page.locator("form#answers input[type=text]").fill("太慢");
    await onPhone.page.locator("button[name=move][value=next]:not([aria-hidden])").click();
    await onPhone.page.getByRole("heading", { name: textOf("zh-CN", "respond").thanks.title }).waitFor();
  }
  const { refer } = textOf("zh-CN", "respond");
  await onPhone.page.getByRole("link", { name: refer.inviteButton }).click();
  await onPhone.page.getByRole("heading", { name: refer.ask.decider }).waitFor();
  await expectAccessible(onPhone.page);
  await onPhone.page.getByLabel(refer.name).fill("孤帆");
  await onPhone.page.getByLabel(refer.email).fill("boss@lonely.example");
  await onPhone.page.getByRole("button", { name: refer.button }).click();
  await onPhone.page.locator("[role=alert]").waitFor();
  expect(await onPhone.page.getByLabel(refer.name).inputValue()).toBe("孤帆");
  await onPhone.page.getByLabel(refer.agree).check();
  await onPhone.page.getByRole("button", { name: refer.button }).click();
  await onPhone.page.getByRole("heading", { name: refer.doneTitle }).waitFor();
  await onPhone.page.goto(`${app.url}/i/${lonely.token}`);
  await onPhone.page.getByRole("heading", { name: textOf("zh-CN", "respond").refused.used.title }).waitFor();
  expect(await listCompleteResponses(app.store, study)).toHaveLength(2);

  await page.goto(`${fieldwork}/board`, { waitUntil: "networkidle" });
  const row = page.getByRole("row").filter({ hasText: "孤岛软件有限公司" });
  expect(await row.innerText()).toContain(board.states.done);
  expect(await row.innerText()).toContain(
    board.broughtBy({ name: "顾雪", role: textOf("en", "roles").chain.user }),
  );
  await expectAccessible(page);

  await page.goto(`${app.url}/companies/imports`, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "名单.csv" }).click();
  await page.getByRole("button", { name: people.import.undo }).click();
  await page.getByText(people.import.undone).waitFor();
  // The two who answered stay, and so do their companies; the one who was brought in did not come with the file.
  const left = await listCompanies(app.store, { workspaceId: study.workspaceId, limit: 50, offset: 0 });
  expect(left.rows.map(({ name }) => name).sort()).toEqual(
    ["孤岛软件有限公司", "星河1号科技有限公司"].sort(),
  );
  watched.expectCalm();
});

test("one invitation opened on two devices at once makes one response", async () => {
  const [open] = (await listInvitations(app.store, study)).filter(({ startedAt }) => startedAt === null);
  const devices = await Promise.all([
    pageOf({ ...phone, ...inEnglish }, false),
    pageOf({ ...desktop, ...inEnglish }, false),
  ]);
  for (const { page } of devices) await page.goto(`${app.url}/i/${open!.token}`);
  await Promise.all(devices.map(({ page }) => page.locator("main form button[type=submit]").first().click()));
  for (const { page } of devices) {
    const input = page.locator("form#answers input[type=text]");
    const thanks = page.getByRole("heading", { name: textOf("en", "respond").thanks.title });
    await input.or(thanks).first().waitFor();
    if (await input.isVisible()) {
      await input.fill("Because");
      await page.locator("button[name=move][value=next]:not([aria-hidden])").click();
    }
    await thanks.waitFor();
  }
  const theirs = (await listCompleteResponses(app.store, study)).filter(
    ({ contactId }) => contactId === open!.contactId,
  );
  expect(theirs).toHaveLength(1);
});
