import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findQuestionnaire, insertQuestionnaire, listQuestionnaires } from "~/data/questionnaires";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { readText } from "~/domain/questionnaire/draft-tree";
import { startApp } from "../support/app";
import { desktop, expectAccessible, launchBrowser, phone, watch } from "../support/browser";
import { insertEmptyStudy } from "../support/empty-study";
import { signedIn } from "../support/signed-in";

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const blank = { title: { default: "Survey", "zh-cn": "问卷", en: "Survey" }, pages: [] };

/** A member at the editor of a questionnaire with this draft. */
async function atEditor(language: "en" | "zh-CN", options: BrowserContextOptions, draft: unknown = blank) {
  const member = await signedIn(app.store, { language, url: app.url });
  const { workspaceId } = member;
  const studyId = await insertEmptyStudy(app.store, workspaceId);
  await insertQuestionnaire(app.store, { workspaceId, studyId, role: "user", draft, now: Date.now() });
  const [made] = await listQuestionnaires(app.store, { workspaceId, studyId });
  const where = { workspaceId, studyId, questionnaireId: made?.id ?? "" };
  const context = await browser.newContext({ ...options, locale: language });
  await context.addCookies(member.cookies);
  const page = await context.newPage();
  const address = `${app.url}/studies/${studyId}/questionnaires/${where.questionnaireId}/edit`;
  await page.goto(address);
  return {
    ...{ context, page, address },
    saved: async () => (await findQuestionnaire(app.store, where))?.draft,
  };
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const isSaved = (page: Page) => page.locator("[data-save=saved]").waitFor();
const titles = (draft: unknown) =>
  outlineOf(draft).flatMap(({ kind, part }) => (kind === "question" ? [readText(part.title)] : []));
const settings = (page: Page) => page.getByRole("region", { name: "Settings" });
const ask = (page: Page, language: "English" | "中文") =>
  settings(page).getByLabel(language === "English" ? "Question · English" : "Question · 中文");

const kinds = [
  ...["One choice", "Several choices", "Long text", "Text, number, date", "Yes or no"],
  ...["Rating, numbers", "Rating, stars", "NPS, 0–10", "Ranking", "Grid"],
];
const wanted = Array.from({ length: 20 }, (_, at) => ({
  kind: kinds[at % kinds.length] ?? "Long text",
  en: `Question ${at + 1}?`,
  zh: `第 ${at + 1} 题？`,
}));
const spoken = wanted.map(({ en, zh }) => ({ en, "zh-CN": zh }));

/** Picks question and value in the menus of a condition, so that it reads "question 1 is choice 1". */
async function onlyIfFirst(page: Page, open: (summary: Locator) => Promise<void>) {
  const logic = settings(page).locator("details", { hasText: "Shown only if" }).first();
  await open(logic.locator("summary"));
  const menus = logic.getByRole("group", { name: "Shown only if" }).or(logic).getByRole("combobox");
  await menus.first().selectOption({ label: "Question 1?" });
  await menus.last().selectOption({ index: 1 });
}

describe("a questionnaire from nothing", () => {
  test("is built by mouse: 20 bilingual questions with logic, through a lost network and a closed tab", async () => {
    const { context, page, address, saved } = await atEditor("en", desktop);
    await expectAccessible(page);
    for (const [at, { kind, en, zh }] of wanted.entries()) {
      if (at === 10) await context.setOffline(true);
      await button(page, "Add").click();
      await page.getByRole("dialog").getByRole("button", { name: kind, exact: true }).click();
      await ask(page, "English").fill(en);
      await ask(page, "中文").fill(zh);
      if (at === 1) await onlyIfFirst(page, (summary) => summary.click());
    }
    await page.getByText("Your edits are kept in this browser").waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    const { expectCalm } = watch(again);
    await again.goto(address);
    await again.getByText("are back").waitFor();
    await isSaved(again);
    const draft = await saved();
    expect(titles(draft)).toEqual(spoken);
    expect(
      outlineOf(draft).find(({ part }) => readText(part.title).en === "Question 2?")?.part.visibleIf,
    ).toMatch(/\{question1\}/);
    await expectAccessible(again);
    expectCalm();
    await context.close();
  });

  test("is built by keyboard alone, through a lost network and a closed tab", async () => {
    const { context, page, address, saved } = await atEditor("en", desktop);
    const focused = (target: Locator) =>
      expect.poll(() => target.evaluate((one) => one === document.activeElement)).toBe(true);
    await button(page, "Add").focus();
    for (const [at, { kind, en, zh }] of wanted.entries()) {
      if (at === 10) await context.setOffline(true);
      if (at > 0) {
        // Shift+F6 from settings: question, then structure; + adds from there.
        await page.keyboard.press("F6");
        await focused(page.locator("[role=treeitem][aria-selected=true]"));
        await page.keyboard.press("+");
      } else await page.keyboard.press("Enter");
      const tile = page.getByRole("dialog").getByRole("button", { name: kind, exact: true });
      await tile.waitFor();
      for (let tabs = 0; tabs < 40; tabs += 1) {
        if (await tile.evaluate((one) => one === document.activeElement)) break;
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await focused(ask(page, "中文"));
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(zh);
      await page.keyboard.press("Tab");
      await focused(ask(page, "English"));
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(en);
    }
    await page.getByText("Your edits are kept in this browser").waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText("are back").waitFor();
    await isSaved(again);
    expect(titles(await saved())).toEqual(spoken);
    await context.close();
  });
});

const three = {
  ...blank,
  pages: [
    {
      name: "page1",
      elements: [
        { type: "text", name: "a", title: "Alpha" },
        { type: "comment", name: "b", title: "Beta" },
      ],
    },
    { name: "page2", elements: [{ type: "radiogroup", name: "c", title: "Gamma", choices: ["x", "y"] }] },
  ],
};
const names = (draft: unknown) => outlineOf(draft).map(({ part }) => part.name);

describe("the structure", () => {
  test("is moved by drag and by keyboard, between pages too, and every step is undone and redone", async () => {
    const { context, page, saved } = await atEditor("en", desktop, three);
    const { expectCalm } = watch(page);
    const row = (name: string) => page.getByRole("treeitem", { name });
    await row("Alpha").dragTo(row("Gamma"), { targetPosition: { x: 40, y: 30 } });
    await isSaved(page);
    await expect.poll(async () => names(await saved())).toEqual(["page1", "b", "page2", "c", "a"]);
    await row("Alpha").focus();
    for (let n = 0; n < 2; n += 1) await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(async () => names(await saved())).toEqual(["page1", "b", "a", "page2", "c"]);
    await page.keyboard.press("Control+d");
    await row("Alpha").nth(1).waitFor();
    await page.keyboard.press("Delete");
    await page.keyboard.press("Delete");
    await expect.poll(() => page.getByRole("treeitem").count()).toBe(4);
    for (let n = 0; n < 6; n += 1) await page.keyboard.press("Control+z");
    await isSaved(page);
    await expect.poll(async () => names(await saved())).toEqual(["page1", "a", "b", "page2", "c"]);
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(async () => names(await saved())).toEqual(["page1", "b", "page2", "c", "a"]);
    await page.keyboard.press("Control+k");
    await page.keyboard.insertText("gam");
    await expect.poll(() => page.getByRole("treeitem").count()).toBe(1);
    expectCalm();
    await context.close();
  });
});

describe("two editors at once", () => {
  test("bring their edits together; where both changed one title, both are told and nothing is overwritten", async () => {
    const { context, page, address, saved } = await atEditor("en", desktop, three);
    const other = await context.newPage();
    await other.goto(address);
    for (const one of [page, other]) await one.getByRole("treeitem", { name: "Alpha" }).waitFor();
    await page.getByRole("treeitem", { name: "Beta" }).click();
    await ask(page, "English").fill("Beta of one");
    await isSaved(page);
    await other.getByRole("treeitem", { name: "Gamma" }).click();
    await ask(other, "English").fill("Gamma of two");
    await other.getByRole("treeitem", { name: "Beta of one" }).waitFor();
    await isSaved(other);
    await expect
      .poll(async () => titles(await saved()).map(({ en }) => en))
      .toEqual(["Alpha", "Beta of one", "Gamma of two"]);

    await page.getByRole("treeitem", { name: "Alpha" }).click();
    await context.setOffline(true);
    await ask(page, "English").fill("Alpha of one");
    await other.getByRole("treeitem", { name: "Alpha" }).click();
    await ask(other, "English").fill("Alpha of two");
    await other.getByText("Your edits are kept in this browser").waitFor();
    await context.setOffline(false);
    await expect
      .poll(
        async () =>
          (await page.getByText("yours is kept").count()) + (await other.getByText("yours is kept").count()),
      )
      .toBe(1);
    const loser = (await page.getByText("yours is kept").count()) === 1 ? page : other;
    await expectAccessible(loser);
    await button(loser, "Take theirs").click();
    await isSaved(loser);
    await context.close();
  });
});

test("on a phone, in Chinese and in the dark, one part is seen at a time", async () => {
  const { context, page } = await atEditor("zh-CN", { ...phone, colorScheme: "dark" }, three);
  const { expectCalm } = watch(page);
  await page.getByRole("treeitem", { name: "Gamma" }).click();
  await expectAccessible(page);
  await button(page, "题目").click();
  await page.locator(".editor-preview").getByText("Gamma").waitFor();
  await expectAccessible(page);
  await button(page, "设置").click();
  await page.getByLabel("题目 · 中文").waitFor();
  await expectAccessible(page);
  await button(page, "添加").click();
  await expectAccessible(page);
  expectCalm();
  await context.close();
});
