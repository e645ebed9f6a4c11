/** Reviewing responses, and bringing answers in from another tool, as a person does it. */
import { expect, test } from "vitest";
import { listEvidence } from "~/data/evidence";
import { listQuestionnaires } from "~/data/questionnaires";
import { textOf } from "~/i18n/text";
import { seedSample } from "~db/seed/sample";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { memberOf } from "../support/member-of";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();

type Member = Awaited<ReturnType<typeof signedIn>>;
async function visit(member: Member, language: "en" | "zh-CN", screen: typeof desktop | typeof phone) {
  const options = { ...screen, ...(language === "en" ? inEnglish : inChinese) };
  const { page, ...calm } = await openPage(browser, options, member, [/status of 4\d\d/]);
  return { page, calm };
}

test.each([
  ["zh-CN", phone],
  ["en", desktop],
] as const)("a speeder is excluded with a reason, and taken back (%s)", async (language, screen) => {
  const member = await signedIn(app.store, { language, url: app.url });
  const { workspaceId } = member;
  const studyId = await seedSample(app.store, { workspaceId, now: Date.now() });
  const n = async () => (await listEvidence(app.store, { workspaceId, studyId })).length;
  const before = await n();
  const text = textOf(language, "quality");
  const { page, calm } = await visit(member, language, screen);
  await page.goto(`${app.url}/studies/${studyId}/responses`);
  await page.getByRole("link", { name: text.tabs.review, exact: true }).click();
  await page.getByRole("heading", { name: text.queueTitle }).waitFor();
  await expectAccessible(page);
  const card = page.locator("main li", { hasText: text.kinds.speeding }).first();
  const reason = card.getByLabel(text.reason);
  await reason.fill("");
  await card.getByRole("button", { name: new RegExp(text.exclude) }).click();
  await page.getByText(text.reasonMissing).waitFor();
  await reason.fill("22 s");
  await card.getByRole("button", { name: new RegExp(text.exclude) }).click();
  const toast = page
    .getByRole("status")
    .filter({ hasText: /22 s|./ })
    .last();
  await toast.getByRole("button", { name: textOf(language, "shell").actions.undo }).waitFor();
  await page.getByText("22 s").waitFor();
  expect(await n()).toBe(before - 1);
  await expectAccessible(page);
  await page.getByRole("button", { name: textOf(language, "shell").actions.undo }).click();
  await page.getByText(text.decidedNone).waitFor();
  expect(await n()).toBe(before);
  calm.expectCalm();
});

const questionnaire = {
  pages: [
    {
      name: "p",
      elements: [
        {
          type: "text",
          name: "gate_company",
          measure: "gate.company",
          title: { default: "Your company", "zh-cn": "贵公司名称" },
        },
        {
          ...{ type: "radiogroup", name: "often", title: { default: "How often", "zh-cn": "使用频率" } },
          choices: [
            { value: "daily", text: { default: "Daily", "zh-cn": "每天" } },
            { value: "weekly", text: { default: "Weekly", "zh-cn": "每周" } },
          ],
        },
      ],
    },
  ],
};
const file = {
  name: "export.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    "\uFEFF序号,提交答卷时间,所用时间,来自IP,1、贵公司名称,2、使用频率\r\n1,2026/3/1 12:30:05,123秒,1.2.3.4,云帆科技,每天\r\n2,2026/3/2 12:30:05,60秒,1.2.3.5,Acme,偶尔\r\n",
  ),
};

test.each([
  ["zh-CN", phone],
  ["en", desktop],
] as const)("answers of another tool are brought in and taken back (%s)", async (language, screen) => {
  const study = await fieldStudy(app.store, { questionnaires: { user: questionnaire } });
  expect(await listQuestionnaires(app.store, study)).toHaveLength(1);
  const member = await memberOf(app.store, study.workspaceId, { language, url: app.url });
  const text = textOf(language, "answerImport");
  const { page, calm } = await visit(member, language, screen);
  const n = async () => (await listEvidence(app.store, study)).length;
  await page.goto(`${app.url}/studies/${study.studyId}/responses`);
  await page.getByRole("link", { name: text.tab, exact: true }).click();
  await page.getByRole("button", { name: text.upload }).click();
  await page.getByText(text.problems.missing).waitFor();
  await expectAccessible(page);
  await page.getByLabel(text.file, { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: text.upload }).click();
  await page.getByText(text.from({ format: text.formats.wjx })).waitFor();
  await page.getByText(text.summary({ n: 1 })).waitFor();
  await expectAccessible(page);
  await page.getByLabel(`${text.choice}: 偶尔`).selectOption("weekly");
  await page.getByRole("button", { name: text.look }).click();
  await page.getByText(text.summary({ n: 2 })).waitFor();
  await page.getByRole("button", { name: text.confirm({ n: 2 }) }).click();
  await page.getByText(text.done({ added: 2, known: 0, refused: 0 })).waitFor();
  expect(await n()).toBe(2);
  await expectAccessible(page);
  await page.getByRole("button", { name: text.undo }).click();
  await page.getByRole("button", { name: text.undoNow({ n: 2 }) }).click();
  await page.getByText(text.undone({ n: 2 })).waitFor();
  expect(await n()).toBe(0);
  calm.expectCalm();
});
