import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { readText } from "~/domain/questionnaire/draft-tree";
import { startApp } from "../support/app";
import { ask, atEditor, button, isSaved, settingsOf, titlesOf } from "../support/at-editor";
import { desktop, expectAccessible, launchBrowser, watch } from "../support/browser";

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

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
  const logic = settingsOf(page).locator("details", { has: page.locator("summary", { hasText: "Logic" }) });
  await open(logic.locator("summary"));
  const menus = logic.getByRole("group", { name: "Shown only if" }).getByRole("combobox");
  await menus.nth(0).selectOption("question1");
  await menus.nth(2).selectOption({ index: 1 });
}

const conditionOf = (draft: unknown, title: string) =>
  outlineOf(draft).find(({ part }) => readText(part.title).en === title)?.part.visibleIf;

describe("a questionnaire from nothing", () => {
  test("is built by mouse: 20 bilingual questions with logic, through a lost network and a closed tab", async () => {
    const { context, page, address, saved } = await atEditor({ app, browser }, { ...desktop, locale: "en" });
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
    expect(titlesOf(draft)).toEqual(spoken);
    expect(conditionOf(draft, "Question 2?")).toMatch(/\{question1\}/);
    await expectAccessible(again);
    expectCalm();
    await context.close();
  });

  test("is built by keyboard alone, through a lost network and a closed tab", async () => {
    const { context, page, address, saved } = await atEditor({ app, browser }, { ...desktop, locale: "en" });
    const focused = (target: Locator) =>
      expect.poll(() => target.evaluate((one) => one === document.activeElement)).toBe(true);
    const tabTo = async (target: Locator) => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        if (await target.evaluate((one) => one === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error("not reached by Tab");
    };
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
      await tabTo(tile);
      await page.keyboard.press("Enter");
      await focused(ask(page, "中文"));
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(zh);
      await page.keyboard.press("Tab");
      await focused(ask(page, "English"));
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(en);
      if (at === 1) {
        const logic = settingsOf(page).locator("summary", { hasText: "Logic" });
        await tabTo(logic);
        await page.keyboard.press("Enter");
        const menus = settingsOf(page).getByRole("group", { name: "Shown only if" }).getByRole("combobox");
        await tabTo(menus.nth(0));
        await page.keyboard.press("ArrowDown");
        await menus.nth(2).waitFor();
        await tabTo(menus.nth(2));
        await page.keyboard.press("ArrowDown");
      }
    }
    await page.getByText("Your edits are kept in this browser").waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(address);
    await again.getByText("are back").waitFor();
    await isSaved(again);
    const draft = await saved();
    expect(titlesOf(draft)).toEqual(spoken);
    expect(conditionOf(draft, "Question 2?")).toMatch(/\{question1\}/);
    await context.close();
  });
});
