/** Every kind of question and every block: published, answered on a phone, and read back by the team. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listCollectors } from "~/data/collectors";
import { updateDraft } from "~/data/questionnaires";
import { blockKeys, blockTitles, buildBlock } from "~/domain/questionnaire/blocks";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import type { Answers, Compiled } from "~/domain/questionnaire/compiled";
import type { JsonObject } from "~/domain/questionnaire/draft-tree";
import { newQuestion, type QuestionKind, questionKinds } from "~/domain/questionnaire/new-question";
import { sampleBrief } from "~/domain/study/sample-brief";
import { textOf } from "~/i18n/text";
import { appInBrowser } from "../support/app-in-browser";
import { desktop, expectAccessible, inChinese, inEnglish, openPage, phone, watch } from "../support/browser";
import { draftedStudy } from "../support/drafted-study";
import { answerAll, answersTo, startAt } from "../support/respondent";
import { signedIn } from "../support/signed-in";

const { app, browser } = await appInBrowser();

const richKinds: readonly QuestionKind[] = [
  ...(["stars", "smileys", "tagbox", "slider", "matrixdropdown", "matrixdynamic", "paneldynamic"] as const),
];
const lightKinds = questionKinds.filter((kind) => !richKinds.includes(kind));
const pageOf = (kinds: readonly QuestionKind[], name: string) => ({
  name,
  elements: kinds.map((kind) => ({ ...newQuestion(kind), name: `of_${kind}` })),
});

/** The item bank's blocks and those made for items, one after the other in one draft. */
function withBlocks(pages: JsonObject[]): JsonObject {
  const draft = { takesFiles: true, pages, draws: [] as JsonObject[] };
  for (const key of blockKeys) {
    const made = buildBlock(key, {
      ...{ brief: sampleBrief, role: "requester", draft, seed: 1 },
      input: {
        title: blockTitles[key] ?? { "zh-CN": "选一个", en: "Choose" },
        items: "价格 | Price\n服务 | Service\n功能 | Functions\n速度 | Speed",
        need: { "zh-CN": "招聘太慢", en: "Hiring is too slow" },
        featureId: sampleBrief.features?.[0]?.id ?? "",
      },
    });
    if (!made.ok) throw new Error(`${key}: ${made.reason}`);
    draft.pages.push(...made.value.pages);
    draft.draws.push(...made.value.draws);
  }
  return draft;
}

/** Publishes a draft with the button of its page, and gives what respondents open. */
async function published(json: JsonObject) {
  const member = await signedIn(app.store, { url: app.url });
  const { workspaceId } = member;
  const { studyId, questionnaireId } = await draftedStudy(app.store, workspaceId);
  const where = { workspaceId, studyId, questionnaireId };
  await updateDraft(app.store, { ...where, revision: 1, draft: json, savedBy: "m", now: Date.now() });
  const { page } = await openPage(browser, { ...desktop, ...inEnglish }, member);
  await page.goto(`${app.url}/studies/${studyId}/questionnaires/${questionnaireId}`, {
    waitUntil: "networkidle",
  });
  await page
    .getByRole("button", { name: /^Publish/ })
    .first()
    .click();
  await page
    .getByText(/is published|v1/)
    .first()
    .waitFor();
  await page.waitForLoadState("networkidle");
  const collectors = await listCollectors(app.store, { workspaceId, studyId });
  const token = collectors.find((one) => one.questionnaireId === questionnaireId)?.token ?? "";
  const made = await compileQuestionnaire(json);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return { studyId, page, link: `${app.url}/r/${token}`, compiled: made.compiled };
}

const stored = async (studyId: string) =>
  (await app.store.db.select().from(app.store.tables.responses)).filter((row) => row.studyId === studyId);

/** The team's page of the response: every question of the questionnaire, and which were answered. */
async function expectReadBack(team: Page, studyId: string, compiled: Compiled, answers: Answers) {
  const [row, ...others] = await stored(studyId);
  expect(others).toEqual([]);
  await team.goto(`${app.url}/studies/${studyId}/responses/${row?.id}`, { waitUntil: "networkidle" });
  const text = textOf("en", "results").response;
  const rows = team.locator("table").last().locator("tbody tr");
  const asked = compiled.pages.flatMap(({ items }) =>
    items.filter(({ kind }) => kind !== "statement" && kind !== "display"),
  );
  expect(await rows.count()).toBe(asked.length);
  const open = await rows.filter({ hasText: text.notAnswered }).count();
  expect(asked.length - open).toBe(asked.filter(({ name }) => answers[name] !== undefined).length);
  await expectAccessible(team);
  return row;
}

test("every kind our own page draws, and every block", async () => {
  const json = withBlocks([pageOf(lightKinds, "kinds")]);
  const { studyId, page: team, link, compiled } = await published(json);
  expect(compiled.light).toBe(true);
  const prices = { price_too_cheap: 20, price_cheap: 60, price_expensive: 120, price_too_expensive: 300 };
  const answers = answersTo(compiled, {
    ...prices,
    of_imagepicker: "item1",
    of_ranking: ["item2", "item1", "item3"],
  });
  const context = await browser.newContext({ ...phone, ...inChinese });
  const page = await startAt(context, link);
  const { expectCalm } = watch(page, { ignore: [/status of 422/] });
  await answerAll(page, compiled, answers);
  const [row] = await stored(studyId);
  expect(row?.completedAt).not.toBeNull();
  for (const kind of lightKinds.filter((one) => one !== "html" && one !== "panel"))
    expect(row?.answers[`of_${kind}`], kind).toEqual(answers[`of_${kind}`]);
  for (const { items } of compiled.pages)
    for (const { measure } of items)
      if (measure === "decider.best-worst" || measure?.startsWith("user.kano"))
        expect(items.every(({ name }) => row?.answers[name] !== undefined)).toBe(true);
  await expectReadBack(team, studyId, compiled, row?.answers ?? {});
  expectCalm();
  await context.close();
});

test("every kind that SurveyJS draws", async () => {
  const {
    studyId,
    page: team,
    link,
    compiled,
  } = await published({
    pages: richKinds.map((kind) => pageOf([kind], `page_${kind}`)) as JsonObject[],
  });
  const context = await browser.newContext({ ...phone, ...inEnglish });
  const page = await startAt(context, link, ".sd-question");
  const { expectCalm } = watch(page);
  const on = (kind: QuestionKind) => page.locator(`[data-name="of_${kind}"]`);
  const next = async (then: QuestionKind) => {
    await page.locator(".sd-navigation__next-btn").click();
    await on(then).waitFor();
  };
  const pick = async (box: ReturnType<Page["locator"]>, choice: string) => {
    await box.click();
    await page.getByRole("option", { name: choice }).click();
  };
  await on("stars").locator("label").nth(3).click();
  await next("smileys");
  await on("smileys").locator("label").nth(4).click();
  await next("tagbox");
  await pick(on("tagbox").locator(".sd-tagbox"), "Choice 2");
  await page.locator(".sv-popup__button--done:visible").click();
  await next("slider");
  const track = await on("slider").locator(".sd-slider-container__slider").boundingBox();
  if (!track) throw new Error("the slider is not there");
  await page.mouse.click(track.x + track.width * 0.4, track.y + track.height / 2);
  await next("matrixdropdown");
  await pick(on("matrixdropdown").locator(".sd-dropdown").first(), "Choice 1");
  await on("matrixdropdown")
    .locator("input[type=text]:not(.sd-dropdown__filter-string-input)")
    .first()
    .fill("x");
  await next("matrixdynamic");
  await pick(on("matrixdynamic").locator(".sd-dropdown").first(), "Choice 3");
  await next("paneldynamic");
  await on("paneldynamic").getByRole("textbox").fill("Excel");
  await page.locator(".sd-navigation__complete-btn").click();
  await page.getByRole("heading", { name: textOf("en", "respond").thanks.title }).waitFor();
  const [row] = await stored(studyId);
  expect(row?.answers).toMatchObject({
    ...{
      of_stars: 4,
      of_smileys: 5,
      of_tagbox: ["item2"],
      of_slider: expect.toSatisfy((value: number) => value > 30 && value < 50),
    },
    of_matrixdropdown: { item1: { column1: "item1", column2: "x" } },
    of_matrixdynamic: [{ column1: "item3" }],
    of_paneldynamic: [{ answer1: "Excel" }],
  });
  await expectReadBack(team, studyId, compiled, row?.answers ?? {});
  expectCalm();
  await context.close();
});
