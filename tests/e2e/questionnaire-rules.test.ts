/** Rules made from menus and what they do to respondents: screened out, over quota, passed over, filled in. */
import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { listCollectors } from "~/data/collectors";
import { findQuestionnaire, updateDraft } from "~/data/questionnaires";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { draftedStudy } from "../support/drafted-study";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();
let member: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  member = await signedIn(app.store, { url: app.url });
});

const both = (zh: string, en: string) => ({ default: en, en, "zh-cn": zh });
const draft = {
  title: both("行业与团队", "Industry and team"),
  pages: [
    {
      name: "industry",
      title: both("行业", "Your industry"),
      elements: [
        {
          ...{
            type: "radiogroup",
            name: "industry",
            title: both("贵公司属于？", "Your industry?"),
            isRequired: true,
          },
          choices: [
            { value: "retail", text: both("零售", "Retail") },
            { value: "bank", text: both("银行", "Banking") },
            { value: "none", text: both("学生", "Student") },
          ],
        },
      ],
    },
    {
      name: "team",
      title: both("团队", "Your team"),
      elements: [{ type: "text", name: "people", title: both("团队多少人？", "How many people?") }],
    },
    {
      name: "plan",
      title: both("方案", "Your plan"),
      elements: [
        {
          ...{ type: "radiogroup", name: "plan", title: both("想用哪个方案？", "Which plan?") },
          choices: [
            { value: "basic", text: both("基础版", "Basic") },
            { value: "audit", text: both("审计版", "Audit") },
          ],
        },
      ],
    },
  ],
};

async function open(path: string, options: BrowserContextOptions) {
  const { page, ...watched } = await openPage(browser, options, member, [/status of 422/]);
  await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
  return { page, watched };
}

test.each([
  ["en", "desktop", { ...desktop, ...inEnglish }],
  ["zh-CN", "phone", { ...phone, ...inChinese, colorScheme: "dark" }],
] as const)("rules from menus decide who is counted (%s, %s)", async (language, _, options) => {
  const { studyId, questionnaireId } = await draftedStudy(app.store, member.workspaceId);
  const where = { workspaceId: member.workspaceId, studyId, questionnaireId };
  await updateDraft(app.store, { ...where, revision: 1, draft, savedBy: "m", now: Date.now() });
  const base = `/studies/${studyId}/questionnaires/${questionnaireId}`;
  const text = textOf(language, "logic");
  const { page, watched } = await open(`${base}/logic`, options);
  const tabs = textOf(language, "questionnaire").tabs;
  const strip = page.getByRole("navigation", { name: tabs.label }).getByRole("list");
  expect(await strip.evaluate((list) => list.scrollWidth <= list.clientWidth)).toBe(true);

  const form = page.locator("form").filter({ has: page.getByRole("button", { name: text.addIt }) });
  let made = 0;
  const add = async (
    given: { target: string; kind: string; value: string | null; question?: string },
    more: () => Promise<void> = async () => {},
  ) => {
    await form.getByLabel(text.target, { exact: true }).selectOption(given.target);
    await form.getByLabel(text.kindLabel, { exact: true }).selectOption(given.kind);
    await more();
    await form
      .getByLabel(text.condition.question, { exact: true })
      .selectOption(given.question ?? "industry");
    await form.getByLabel(text.condition.value, { exact: true }).selectOption(JSON.stringify(given.value));
    await form.getByText("{industry} =").waitFor({ state: "attached" });
    await form.getByRole("button", { name: text.addIt }).click();
    made += 1;
    // The form is given anew with the list: what is typed sooner would be lost.
    await page.getByText(text.count({ n: made })).waitFor();
    await page.waitForLoadState("networkidle");
  };
  await add({ target: "pages[0]", kind: "screen-out", value: "none" }, async () => {
    await form.getByLabel(text.endWordsZh).fill("这次只问上班的人。");
    await form.getByLabel(text.endWordsEn).fill("This time we ask people at work.");
  });
  // A quota without places comes back with what was typed.
  await form.getByLabel(text.target, { exact: true }).selectOption("pages[0]");
  await form.getByLabel(text.kindLabel, { exact: true }).selectOption("quota");
  await form.getByLabel(text.most).fill("many");
  await form.getByRole("button", { name: text.addIt }).click();
  await form.getByText(text.mostMissing).first().waitFor();
  await expectAccessible(page);
  await add({ target: "pages[0]", kind: "quota", value: "retail" }, () =>
    form.getByLabel(text.most).fill("1"),
  );
  await add({ target: "pages[0]", kind: "jump", value: "bank" }, async () => {
    await form.getByLabel(text.to, { exact: true }).selectOption("plan");
  });
  await add({ target: "pages[2].elements[0]", kind: "offer", value: "bank" }, async () => {
    await form.getByLabel(text.option, { exact: true }).selectOption("choices[1]");
  });
  await add({ target: "pages[2].elements[0]", kind: "set", value: "bank" }, async () => {
    await form.getByLabel(text.fillWith, { exact: true }).selectOption('"audit"');
  });
  await expectAccessible(page);
  expect((await findQuestionnaire(app.store, where))?.draft).toMatchObject({
    endings: [{ after: "industry" }, { as: "over-quota", most: 1 }],
    jumps: [{ after: "industry", to: "plan", if: "{industry} = 'bank'" }],
  });
  await page.goto(`${app.url}${base}/map`, { waitUntil: "networkidle" });
  await expectAccessible(page);
  await page.getByRole("button", { name: textOf(language, "questionnaire").publish.anyway }).click();
  await page.getByRole("status").first().waitFor();
  await page.waitForLoadState("networkidle");

  const collectors = await listCollectors(app.store, { workspaceId: member.workspaceId, studyId });
  const token = collectors.find((one) => one.questionnaireId === questionnaireId)?.token ?? "";
  const respond = textOf(language, "respond");
  const arrive = async (industry: string) => {
    const context = await browser.newContext({ ...phone, ...(language === "en" ? inEnglish : inChinese) });
    const visitor = await context.newPage();
    await visitor.goto(`${app.url}/r/${token}`);
    await visitor.getByRole("button").last().click();
    await visitor.locator(`[name="q:industry"][value="${industry}"]`).waitFor();
    await visitor.locator(`[name="q:industry"][value="${industry}"]`).check();
    await visitor.getByRole("button", { name: respond.page.next }).last().click();
    return visitor;
  };
  const screened = await arrive("none");
  await screened.getByRole("heading", { name: respond.thanks.closed }).waitFor();
  await screened.getByText(language === "en" ? "people at work" : "上班的人").waitFor();
  await expectAccessible(screened);
  const banker = await arrive("bank");
  // The jump passes the team over, the plan is offered and filled in.
  expect(await banker.locator('[name="q:plan"][value="audit"]').isChecked()).toBe(true);
  const send = (visitor: typeof banker) =>
    visitor.locator("form button[type=submit]").filter({ hasText: respond.page.finish }).last().click();
  await send(banker);
  await banker.getByRole("heading", { name: respond.thanks.title }).waitFor();
  const first = await arrive("retail");
  await first.locator('[name="q:people"]').fill("12");
  await first.getByRole("button", { name: respond.page.next }).last().click();
  await first.locator('[name="q:plan"][value="basic"]').waitFor();
  expect(await first.locator('[name="q:plan"][value="audit"]').isVisible()).toBe(false);
  await send(first);
  await first.getByRole("heading", { name: respond.thanks.title }).waitFor();
  const late = await arrive("retail");
  await late.getByRole("heading", { name: respond.thanks.closed }).waitFor();
  await expectAccessible(late);

  const rows = (await app.store.db.select().from(app.store.tables.responses)).filter(
    (row) => row.studyId === studyId,
  );
  expect(rows.map(({ outcome, completedAt }) => [outcome, completedAt !== null])).toEqual([
    ["screened-out", false],
    [null, true],
    [null, true],
    ["over-quota", false],
  ]);
  await page.goto(`${app.url}/studies/${studyId}/responses`, { waitUntil: "networkidle" });
  await page.getByText(textOf(language, "results").outcomes["over-quota"], { exact: true }).waitFor();
  await expectAccessible(page);
  await page.goto(`${app.url}/studies/${studyId}/fieldwork`, { waitUntil: "networkidle" });
  await page.getByText(textOf(language, "fieldwork").screenedOut, { exact: true }).first().waitFor();
  await expectAccessible(page);
  watched.expectCalm();
});
