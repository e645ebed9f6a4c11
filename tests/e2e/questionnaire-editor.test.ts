import { describe, expect, test } from "vitest";
import { outlineOf } from "~/domain/questionnaire/draft-outline";
import { appInBrowser } from "../support/app-in-browser";
import { ask, atEditor, blank, button, isSaved, titlesOf } from "../support/at-editor";
import { desktop, expectAccessible, phone, watch } from "../support/browser";

const { app, browser } = await appInBrowser();

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
    const { context, page, saved } = await atEditor({ app, browser }, { ...desktop, locale: "en" }, three);
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
    await expect
      .poll(() => page.getByRole("searchbox").evaluate((one) => one === document.activeElement))
      .toBe(true);
    await page.keyboard.insertText("gam");
    await expect.poll(() => page.getByRole("treeitem").count()).toBe(1);
    expectCalm();
    await context.close();
  });
});

test("an edit made right before the editor is left is saved", async () => {
  const { context, page, saved } = await atEditor({ app, browser }, { ...desktop, locale: "en" }, three);
  await page.getByRole("treeitem", { name: "Alpha" }).click();
  await ask(page, "English").fill("Alpha at last");
  await page.getByRole("link", { name: "In and out", exact: true }).click();
  await expect.poll(async () => titlesOf(await saved()).map(({ en }) => en)).toContain("Alpha at last");
  await context.close();
});

describe("two editors at once", () => {
  test("bring their edits together; where both changed one title, both are told and nothing is overwritten", async () => {
    const { context, page, address, saved } = await atEditor(
      { app, browser },
      { ...desktop, locale: "en" },
      three,
    );
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
      .poll(async () => titlesOf(await saved()).map(({ en }) => en))
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
  const { context, page } = await atEditor(
    { app, browser },
    { ...phone, locale: "zh-CN", colorScheme: "dark" },
    three,
  );
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
