import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { compileQuestionnaire } from "~/domain/questionnaire/compile";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { countTexts, isObject, listOf, readText } from "~/domain/questionnaire/draft-tree";
import { kindOf } from "~/domain/questionnaire/new-question";
import { appInBrowser } from "../support/app-in-browser";
import { ask, atEditor, button, isSaved, settingsOf, titlesOf } from "../support/at-editor";
import { desktop, expectAccessible, watch } from "../support/browser";

const { app, browser } = await appInBrowser();

const kinds = [
  ["One choice", "radiogroup"],
  ["Several choices", "checkbox"],
  ["Long text", "comment"],
  ["Text, number, date", "text"],
  ["Yes or no", "boolean"],
  ["Rating, numbers", "rating"],
  ["Rating, stars", "stars"],
  ["NPS, 0–10", "nps"],
  ["Ranking", "ranking"],
  ["Grid", "matrix"],
] as const;
const wanted = Array.from({ length: 20 }, (_, at) => ({
  kind: kinds[at % kinds.length] ?? kinds[0],
  en: `Question ${at + 1}?`,
  zh: `第 ${at + 1} 题？`,
}));
/** Question 2 and 16 depend on question 1; the network goes before the 8th, the tab after the 13th. */
const [conditional, required, offlineFrom, closedAfter, secondPage] = [1, 15, 7, 12, 10];

/** The ways to do what building asks for; each leaves the focus where the next begins. */
type Hands = {
  /** Opens the dialog of what can be added, behind the last question there is. */
  begin(page: Page): Promise<void>;
  /** The same from the question that was just built. */
  goOn(page: Page): Promise<void>;
  choose(page: Page, target: Locator): Promise<void>;
  write(page: Page, field: Locator, words: string): Promise<void>;
  open(page: Page, summary: Locator): Promise<void>;
  /** Picks the option this far below the first. */
  pick(page: Page, menu: Locator, down: number): Promise<void>;
};

const mouse: Hands = {
  begin: async (page) => {
    const rows = page.getByRole("treeitem");
    if ((await rows.count()) > 0) await rows.last().click();
    await button(page, "Add").click();
  },
  goOn: (page) => button(page, "Add").click(),
  choose: (_, target) => target.click(),
  write: (_, field, words) => field.fill(words),
  open: (_, summary) => summary.click(),
  pick: async (_, menu, down) => void (await menu.selectOption({ index: down })),
};

const hasFocus = (target: Locator) => target.evaluate((one) => one === document.activeElement);
const focused = (target: Locator) => expect.poll(() => hasFocus(target)).toBe(true);
async function tabTo(page: Page, target: Locator) {
  await target.waitFor();
  for (let tabs = 0; tabs < 120; tabs += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("not reached by Tab");
}

const keyboard: Hands = {
  begin: async (page) => {
    if ((await page.getByRole("treeitem").count()) === 0) {
      await tabTo(page, button(page, "Add"));
      return page.keyboard.press("Enter");
    }
    await tabTo(page, page.locator("[role=treeitem][tabindex='0']"));
    await page.keyboard.press("End");
    await focused(page.getByRole("treeitem").last());
    return page.keyboard.press("+");
  },
  goOn: async (page) => {
    // From settings the next part is the structure; + adds from there.
    await page.keyboard.press("F6");
    await focused(page.locator("[role=treeitem][aria-selected=true]"));
    await page.keyboard.press("+");
  },
  choose: async (page, target) => {
    await tabTo(page, target);
    await page.keyboard.press("Enter");
  },
  write: async (page, field, words) => {
    await tabTo(page, field);
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(words);
  },
  open: async (page, summary) => {
    await tabTo(page, summary);
    await page.keyboard.press("Enter");
  },
  pick: async (page, menu, down) => {
    await tabTo(page, menu);
    for (let n = 0; n < down; n += 1) await page.keyboard.press("ArrowDown");
  },
};

/** Puts in one question of the list, worded in both languages, with its logic. */
async function build(page: Page, hands: Hands, at: number) {
  const { kind, en, zh } = wanted[at] ?? { kind: kinds[0], en: "", zh: "" };
  const tile = (name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true });
  if (at === secondPage) {
    await hands.choose(page, tile("New page"));
    await page.getByRole("treeitem", { name: "P2" }).waitFor();
    await hands.begin(page);
  }
  await hands.choose(page, tile(kind[0]));
  await ask(page, "中文").waitFor();
  await expect.poll(() => ask(page, "English").inputValue()).not.toBe(wanted[at - 1]?.en);
  await hands.write(page, ask(page, "中文"), zh);
  await hands.write(page, ask(page, "English"), en);
  if (at === 0)
    for (const [language, words] of [
      ["中文", "每天"],
      ["English", "Every day"],
    ] as const)
      await hands.write(page, settingsOf(page).getByLabel(`Choices 1 · ${language}`), words);
  for (const [question, label] of [
    [conditional, "Shown only if"],
    [required, "Required only if"],
  ] as const) {
    if (at !== question) continue;
    await hands.open(page, settingsOf(page).locator("summary", { hasText: "Logic" }));
    const menus = settingsOf(page).getByRole("group", { name: label }).getByRole("combobox");
    await hands.pick(page, menus.nth(0), 1);
    await menus.nth(2).waitFor();
    await hands.pick(page, menus.nth(2), 1);
  }
}

describe.each([
  ["mouse", mouse],
  ["keyboard alone", keyboard],
] as const)("by %s", (_, hands) => {
  test("20 bilingual questions with logic are built from nothing, through a lost network and a lost tab", async () => {
    const options = { ...desktop, locale: "en" } as const;
    const { context, page: first, address, saved } = await atEditor({ app, browser }, options);
    let page = first;
    await expectAccessible(page);
    await hands.begin(page);
    for (const at of wanted.keys()) {
      if (at === offlineFrom) {
        await isSaved(page);
        await context.setOffline(true);
      }
      if (at > 0 && at !== closedAfter + 1) await hands.goOn(page);
      await build(page, hands, at);
      if (at !== closedAfter) continue;
      await page.getByText("Your edits are kept in this browser").waitFor();
      expect(titlesOf(await saved())).toHaveLength(offlineFrom);
      await page.close();
      await context.setOffline(false);
      page = await context.newPage();
      await page.goto(address);
      await page.getByText("are back").waitFor();
      await isSaved(page);
      expect(titlesOf(await saved())).toHaveLength(closedAfter + 1);
      await hands.begin(page);
    }
    await isSaved(page);

    // Everything is there, also for a browser that has never seen it.
    const draft = await saved();
    const questions = outlineOf(draft).filter(({ kind }) => kind === "question");
    expect(titlesOf(draft)).toEqual(wanted.map(({ en, zh }) => ({ en, "zh-CN": zh })));
    expect(questions.map(({ part }) => kindOf(part))).toEqual(wanted.map(({ kind }) => kind[1]));
    expect(questions.map(({ page: number }) => number)).toEqual(
      wanted.map((_, at) => (at < secondPage ? 0 : 1)),
    );
    const name = String(questions[0]?.part.name);
    const [choice] = listOf(questions[0]?.part.choices).filter(isObject);
    expect(readText(choice?.text)).toEqual({ "zh-CN": "每天", en: "Every day" });
    const asked = `{${name}} = '${choice?.value}'`;
    expect(questions.flatMap(({ part }, at) => (part.visibleIf ? [[at, part.visibleIf]] : []))).toEqual([
      [conditional, asked],
    ]);
    expect(questions.flatMap(({ part }, at) => (part.requiredIf ? [[at, part.requiredIf]] : []))).toEqual([
      [required, asked],
    ]);
    const texts = countTexts(draft);
    expect([texts["zh-CN"], texts.en]).toEqual([texts.total, texts.total]);
    const compiled = await compileQuestionnaire(draft);
    expect(compiled.ok ? [] : compiled.problems).toEqual([]);

    const elsewhere = await browser.newContext(options);
    await elsewhere.addCookies(await context.cookies());
    const again = await elsewhere.newPage();
    const { expectCalm } = watch(again);
    await again.goto(address);
    for (const { en } of wanted) await again.getByRole("treeitem", { name: en }).waitFor();
    expect(await again.getByText("are back").count()).toBe(0);
    await expectAccessible(again);
    expectCalm();
    await elsewhere.close();
    await context.close();
  });
});
