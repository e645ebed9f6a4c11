/** Fieldwork walked through: a messy list comes in, people are invited, answer on a phone and bring a colleague in. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { listCollectors } from "~/data/collectors";
import { listCompanies } from "~/data/companies";
import { insertInvitations, listInvitations } from "~/data/invitations";
import { listCompleteResponses } from "~/data/responses";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { insertPerson } from "../support/people";
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

const { app, browser } = await appInBrowser();
let study: Awaited<ReturnType<typeof fieldStudy>>;
let member: Awaited<ReturnType<typeof memberOf>>;
beforeAll(async () => {
  study = await fieldStudy(app.store, {
    questionnaires: { decider: survey, user: survey, requester: survey },
  });
  member = await memberOf(app.store, study.workspaceId, { url: app.url });
});

const people = textOf("en", "people");
const board = textOf("en", "board");

async function pageOf(options: BrowserContextOptions, signedIn = true) {
  const { page, ...watched } = await openPage(browser, options, signedIn ? member : null);
  return { page, watched };
}

/** So long that whoever answers at once is far more than twice as fast, on a slow machine, too. */
const readingSeconds = 25;

/** Forty companies of three people, under a title line, with a double, a row nobody can use, and a company of one. */
const messy = [
  "2026 客户名单（内部）,,,,,,",
  ",,,,,,",
  peopleCsv(40),
  '"星河1号科技",决1,P1-0@X.example,,决策者,10,上海',
  "临溪物流,无名氏,not-an-address,,决策者,80,杭州",
  "孤岛软件有限公司,顾雪,gu@lonely.example,,使用者,80,杭州",
].join("\r\n");

test("a messy GBK list is imported, invited, answered, referred, on the board, a speeder left out and back in, and undone", async () => {
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
  const invited = (email: string) => invitations.find((one) => one.email === email)!;
  const lonely = invited("gu@lonely.example");
  const careful = [1, 2, 3, 4].map((company) => invited(`p${company}-2@x.example`));
  const speeder = invited("p5-2@x.example");

  const onPhone = await pageOf({ ...phone, ...inChinese }, false);
  const thanked = { name: textOf("zh-CN", "respond").thanks.title };
  /** Answers on a phone; the server and the page's script measure how long the question was looked at. */
  const answerOn = async (page: Page, token: string, seconds: number) => {
    await page.goto(`${app.url}/i/${token}`);
    await page.locator("main form button[type=submit]").first().click();
    const field = page.locator("form#answers input[type=text]");
    await field.waitFor();
    await page.waitForTimeout(seconds * 1000);
    await field.fill("太慢");
    await page.locator("button[name=move][value=next]:not([aria-hidden])").click();
    await page.getByRole("heading", thanked).waitFor();
  };
  const further = await Promise.all(careful.map(() => onPhone.page.context().newPage()));
  await Promise.all([
    answerOn(onPhone.page, lonely.token, readingSeconds),
    ...careful.map(({ token }, at) => answerOn(further[at]!, token, readingSeconds)),
  ]);
  for (const page of further.slice(1)) await page.close();
  await answerOn(further[0]!, speeder.token, 0);
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
  expect(await listCompleteResponses(app.store, study)).toHaveLength(6);

  await page.goto(`${fieldwork}/board`, { waitUntil: "networkidle" });
  const row = page.getByRole("row").filter({ hasText: "孤岛软件有限公司" });
  expect(await row.innerText()).toContain(board.states.done);
  expect(await row.innerText()).toContain(
    board.broughtBy({ name: "顾雪", role: textOf("en", "roles").chain.user }),
  );
  await expectAccessible(page);

  const quality = textOf("en", "quality");
  await page.goto(`${app.url}/studies/${study.studyId}/responses/review`, { waitUntil: "networkidle" });
  const fast = page
    .getByRole("listitem")
    .filter({ hasText: "星河5号" })
    .filter({ hasText: quality.kinds.speeding });
  await fast.getByRole("button", { name: /^Exclude/ }).click();
  const who = quality.who({
    role: textOf("en", "roles").chain.user,
    company: "星河5号科技有限公司",
  });
  await page.getByText(quality.excluded({ who })).waitFor();
  const excluded = async () =>
    (await listCompleteResponses(app.store, study)).filter(({ review }) => review === "excluded");
  expect((await excluded()).map(({ contactId }) => contactId)).toEqual([speeder.contactId]);
  await page.getByRole("button", { name: textOf("en", "shell").actions.undo }).click();
  await page.getByText(quality.restored({ who })).waitFor();
  expect(await excluded()).toEqual([]);
  await fast.waitFor();

  await page.goto(`${app.url}/companies/imports`, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "名单.csv" }).click();
  await page.getByRole("button", { name: people.import.undo }).click();
  await page.getByText(people.import.undone).waitFor();
  // Those who answered stay, and so do their companies; the one who was brought in did not come with the file.
  const left = await listCompanies(app.store, { workspaceId: study.workspaceId, limit: 50, offset: 0 });
  expect(left.rows.map(({ name }) => name).sort()).toEqual(
    ["孤岛软件有限公司", ...[1, 2, 3, 4, 5].map((n) => `星河${n}号科技有限公司`)].sort(),
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

test("a token that is used, has run out, is another's or was guessed says so and tells nothing else", async () => {
  const { page } = await pageOf({ ...phone, ...inChinese, colorScheme: "dark" }, false);
  const { refused } = textOf("zh-CN", "respond");
  const invitations = await listInvitations(app.store, study);
  const used = invitations.find(({ completedAt }) => completedAt !== null)!;
  const late = await insertPerson(app.store, study.workspaceId, { email: "late@x.example", company: "Late" });
  const [expiredId] = await insertInvitations(app.store, {
    ...{ ...study, waveId: used.waveId, questionnaireId: used.questionnaireId, role: used.role },
    ...{ contacts: [{ id: late.contactId, companyId: late.companyId }], expiresAt: 1 },
    ...{ createdBy: "", now: Date.now() },
  });
  const [expired] = await listInvitations(app.store, { ...study, invitationIds: [expiredId!] });
  const personal = (await listCollectors(app.store, study)).find(({ kind }) => kind === "personal")!;
  for (const [address, { title, text }] of [
    [`/i/${used.token}`, refused.used],
    [`/i/${expired!.token}`, refused.expired],
    [`/r/${personal.token}`, refused.personal],
    [`/i/${used.token.slice(0, -1)}${used.token.endsWith("2") ? "3" : "2"}`, refused.unknown],
  ] as const) {
    await page.goto(`${app.url}${address}`);
    await page.getByRole("heading", { name: title }).waitFor();
    const said = await page.locator("main").innerText();
    expect(said.replace(/\s+/g, "")).toBe(`${title}${text}`.replace(/\s+/g, ""));
    await expectAccessible(page);
  }
});
