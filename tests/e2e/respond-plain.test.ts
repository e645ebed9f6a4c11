import { expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { drawVariables } from "~/domain/questionnaire/order";
import { buildQuestionnaire } from "~/domain/questionnaire/templates";
import { checkSubmission } from "~/domain/questionnaire/validate";
import { sampleBrief } from "~/domain/study/sample-brief";
import { appInBrowser } from "../support/app-in-browser";
import { inChinese, inEnglish, openPage, phone } from "../support/browser";
import { fieldStudy } from "../support/fielded";
import { answerAll, answersTo, goOn, startAt } from "../support/respondent";

const { app, browser } = await appInBrowser();

const compiledDecider = async () => {
  const result = await compileQuestionnaire(buildQuestionnaire("decider", sampleBrief));
  if (!result.ok) throw new Error("The decider's questionnaire does not compile");
  return result.compiled;
};

const storedIn = async (workspaceId: string) => {
  const rows = await app.store.db.select().from(app.store.tables.responses);
  return rows.filter((row) => row.workspaceId === workspaceId);
};

const prices = { price_too_cheap: 20, price_cheap: 60, price_expensive: 120, price_too_expensive: 300 };

test("with scripting off the whole decider questionnaire is completed, conditions included", async () => {
  const { tokens, workspaceId } = await fieldStudy(app.store);
  const compiled = await compiledDecider();
  const answers = answersTo(compiled, {
    ...prices,
    gate_relation: "customer",
    user_core_uses: "5-9",
    pmf_disappointment: "very",
    anchor_problems: ["other"],
    anchor_problem_other: "报表不准",
    decider_stop_paying: ["no-result", "other"],
    "decider_stop_paying-Comment": "换了老板",
  });
  const context = await browser.newContext({ ...inChinese, ...phone, javaScriptEnabled: false });
  const page = await startAt(context, `${app.url}/r/${tokens.decider}`);
  const pages = await answerAll(page, compiled, answers);
  expect(pages).toContain("recommendation");

  const [row, ...others] = await storedIn(workspaceId);
  expect(others).toEqual([]);
  const expected = checkSubmission(compiled, answers, drawVariables(compiled, row!.id));
  expect(expected.ok && row?.answers).toEqual(expected.answers);
  expect(row).toMatchObject({ role: "decider", language: "zh-CN" });
  expect(row?.completedAt).not.toBeNull();
  expect(row?.companyId).not.toBeNull();
  // The ladder opens step by step; every opened step was seen.
  expect(Object.keys(row?.answers ?? {}).some((name) => name.startsWith("price_ladder"))).toBe(true);
  await context.close();
});

test("without scripts a refused page says what to mend and keeps what was typed", async () => {
  const { tokens } = await fieldStudy(app.store);
  const context = await browser.newContext({ ...inEnglish, ...phone, javaScriptEnabled: false });
  const page = await startAt(context, `${app.url}/r/${tokens.user}`);
  await page.locator('[name="q:gate_company"]').fill("Acme");
  await goOn(page);
  const summary = page.getByRole("alert");
  await summary.getByText("How many people work there?").waitFor();
  expect(await page.locator('[name="q:gate_company"]').inputValue()).toBe("Acme");
  await summary.getByRole("link", { name: /industry/ }).click();
  expect(page.url()).toContain("#q-gate_industry");
  await context.close();
});

test("the study link asks for the role first and carries on from there", async () => {
  const { tokens, workspaceId } = await fieldStudy(app.store);
  const { context, page, ...calm } = await openPage(browser, { ...inEnglish, ...phone });
  await page.goto(`${app.url}/s/${tokens.study}`);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("checkbox", { name: /use it/ }).check();
  await goOn(page);
  await page.getByRole("heading", { name: "Your company" }).waitFor();
  expect(await storedIn(workspaceId)).toMatchObject([{ role: "user", completedAt: null }]);
  calm.expectCalm();
  await context.close();
});

test("a try runs in the page, checks, and stores nothing", async () => {
  const before = await app.store.db.select().from(app.store.tables.responses);
  const compiled = await compiledDecider();
  const { context, page, ...calm } = await openPage(browser, { ...inChinese, ...phone }, null, [/422/]);
  await page.goto(`${app.url}/try/decider`);
  await goOn(page);
  await page.getByRole("alert").waitFor();
  const done = page.getByRole("heading", { name: "问卷到这里就结束了" });
  await answerAll(page, compiled, answersTo(compiled, { ...prices, gate_relation: "none" }), { end: done });
  expect(await done.isVisible()).toBe(true);
  expect(await app.store.db.select().from(app.store.tables.responses)).toHaveLength(before.length);
  calm.expectCalm();
  await context.close();
});
